import type english from '../en/compare.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
