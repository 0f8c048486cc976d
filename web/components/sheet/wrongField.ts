/** The field that keeps a payment from being added: which it is, and the way to it. */
import { isBlank } from '../../../core/blank.ts'

/** The first field, as they are read, that is wrong: the name, else the amount. */
export const wrongField = ({ name }: { name: string }, isAmount: boolean): 'name' | 'amount' | null =>
  isBlank(name) ? 'name' : isAmount ? null : 'amount'

/** Goes to the field that is marked, once that is drawn; where none is, to the other one. */
export const focusWrong = (within: HTMLElement | null, otherwise: HTMLElement | null = null): void =>
  void requestAnimationFrame(() => (within?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? otherwise)?.focus())
