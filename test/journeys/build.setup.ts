import { builtApp } from './builtApp.ts'

/** Once before all journeys, so that no two of them build at the same time. */
export default function setup(): void {
  builtApp()
}
