import type { Notice } from '../context/planning.ts'
import { say } from '../words/say.ts'

// One function, so that a second reminder takes the place of the first.
const reminder = (): string => say('settings.reminder')

/** What is told where the browser does not promise to keep what it stores. */
export const exportReminder = (): Omit<Notice, 'id'> => ({
  tone: 'info',
  mode: 'local',
  isOffer: true,
  text: reminder,
  action: {
    label: () => say('settings.reminder.export'),
    run: () => void import('./planFiles.ts').then(({ downloadPlans }) => downloadPlans()),
  },
})
