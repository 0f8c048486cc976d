/** In which order test files are begun: those that take longest first, so that no core waits at the end for one that was begun last. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long however short its file is; of all others the largest file is begun first. */
const longest = ['a11y.wide', 'a11y.german', 'auth.access', 'database.embedded', 'database.process', 'auth.resetPassword', 'said-or-sure']

const isLongest = ({ moduleId }: TestSpecification): boolean => longest.some((name) => moduleId.endsWith(`/${name}.test.ts`))

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}
