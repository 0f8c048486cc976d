import type english from '../en/bank.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
