import type english from '../en/plan.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
