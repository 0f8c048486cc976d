import type english from '../en/settings.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
