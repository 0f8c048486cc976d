/** After npm pack: package.json as it was. */
import { join } from 'node:path'
import { rewrite, withoutBundled } from './bundled.ts'

rewrite(join(import.meta.dirname, '..', 'package.json'), withoutBundled)
