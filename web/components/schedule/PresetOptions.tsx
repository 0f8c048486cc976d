import { say } from '../../words/say.ts'
import { presets } from './presets.ts'

/** How often, as the options of a list. */
export const PresetOptions = () =>
  presets.map((preset) => (
    <option key={preset} value={preset}>
      {say(`schedule.preset.${preset}`)}
    </option>
  ))
