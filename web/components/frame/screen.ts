/** What only the screen knows: which dialog is open, and notices of its own. Plans live in PlanningContext. */
import { create } from 'zustand'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { planning } from '../../context/thePlanning.ts'
import type { Notice } from '../../context/planning.ts'
import { say } from '../../words/say.ts'

export type DialogName = 'new' | 'branch' | 'rename' | 'history' | 'deleted' | 'paid'

interface ScreenState {
  dialog: DialogName | null
  /** Where focus goes when the dialog closes. */
  returnFocus: HTMLElement | null
  /** What the question about a payment is about. */
  payment: DatedPayment | null
  notices: Notice[]
  /** The account has just been deleted, and it is told what is left. */
  isFarewell: boolean
  /** Recovery codes stand on the page, this one time, and nobody has said yet that they are kept. */
  hasOpenCodes: boolean
}

export const useScreen = create<ScreenState>(() => ({
  dialog: null,
  returnFocus: null,
  payment: null,
  notices: [],
  isFarewell: false,
  hasOpenCodes: false,
}))

export const openDialog = (dialog: DialogName, returnFocus: HTMLElement | null): void => useScreen.setState({ dialog, returnFocus })
/** Asks whether the balance counts a payment already, and settles it; of a settled one whether the balance gets it back, and opens it. */
export const askPaid = (payment: DatedPayment, returnFocus: HTMLElement | null): void =>
  useScreen.setState({ dialog: 'paid', payment, returnFocus })
export const setFarewell = (isFarewell: boolean): void => useScreen.setState({ isFarewell })
export const closeDialog = (): void => useScreen.setState({ dialog: null })

/** Tells something once; a notice with the same id takes its place. */
export function notify(told: Notice): void {
  const notice = { ...told, planId: planning().store.getState().scenario?.id }
  useScreen.setState(({ notices }) => ({ notices: [...notices.filter((other) => other.id !== notice.id), notice] }))
}

/** Tells that somebody is out: what was told them before is not for who comes next. */
export function notifyFarewell(told: Notice): void {
  useScreen.setState({ notices: [] })
  notify(told)
}

/** Tells what has just been done; its Undo takes that back and nothing else. */
export function notifyDone(id: string, text: string): void {
  notify({
    id,
    tone: 'info',
    text,
    change: planning().store.getState().newestChange,
    action: { label: say('common.undo'), isUndo: true, run: () => void planning().actions.undo() },
  })
}

export function dismiss(id: string): void {
  useScreen.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}

/** Leaves out all notices: one of them can't be shown, and it isn't known which. */
export function forgetNotices(): void {
  for (const { id } of planning().store.getState().notices) planning().actions.dismissNotice(id)
  useScreen.setState({ notices: [] })
}
