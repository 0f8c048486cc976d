import type { Notice } from '../context/planning.ts'
import { say } from '../words/say.ts'

/** What is told where the browser does not promise to keep what it stores. */
export const exportReminder = (): Omit<Notice, 'id'> => ({
  tone: 'info',
  text: say('settings.reminder'),
  action: { label: say('settings.reminder.export'), run: () => void import('./planFiles.ts').then(({ downloadPlans }) => downloadPlans()) },
})
