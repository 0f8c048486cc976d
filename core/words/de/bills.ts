import type english from '../en/bills.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
