import type english from '../en/schedule.ts'
import type { Translated } from '../words.ts'

export default {} satisfies Translated<typeof english>
