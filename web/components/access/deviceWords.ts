import { deviceOf } from '../../../core/device.ts'
import { say } from '../../words/say.ts'

/** "Firefox on Linux", or what is known of it. */
export function deviceWords(user_agent: string | null): string {
  const { browser, system } = deviceOf(user_agent)
  if (browser !== null && system !== null) return say('access.device', { browser, system })
  return browser ?? system ?? say('access.device.unknown')
}
