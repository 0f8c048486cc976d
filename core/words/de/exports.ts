import type english from '../en/exports.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
