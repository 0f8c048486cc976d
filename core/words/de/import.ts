import type english from '../en/import.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
