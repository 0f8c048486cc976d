import type english from '../en/dialogs.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
