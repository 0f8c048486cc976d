import type english from '../en/allocator.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
