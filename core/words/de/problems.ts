import type english from '../en/problems.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
