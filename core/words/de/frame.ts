import type english from '../en/frame.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
