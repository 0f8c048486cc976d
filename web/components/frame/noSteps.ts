/** What is told where nothing is left to undo: the steps of before stand in the plan's history. */
import { say } from '../../words/say.ts'
import { notify, openDialog } from './screen.ts'

export function tellNoSteps(button: HTMLElement): void {
  notify({
    id: 'no_steps',
    tone: 'info',
    text: say('frame.no_steps'),
    isOffer: true,
    action: { label: say('frame.menu.history'), run: () => openDialog('history', button) },
  })
}
