import { usePlanning } from '../../context/PlanningContext.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import { planTree } from '../frame/planTree.ts'
import { compareWith, useComparedIds } from './chosen.ts'

/** The plans that do not stand side by side yet. */
export default function AddPlanMenu(props: PopupProps) {
  const scenarios = usePlanning((planning) => planning.scenarios)
  const openId = usePlanning((planning) => planning.scenario?.id ?? '')
  const ids = useComparedIds(scenarios, openId)
  return (
    <Menu {...props} label={say('compare.add_plan')}>
      {planTree(scenarios)
        .filter(({ plan }) => !ids.includes(plan.id))
        .map(({ plan }) => (
          <MenuItem key={plan.id} onSelect={() => compareWith([...ids, plan.id])}>
            {plan.name}
          </MenuItem>
        ))}
    </Menu>
  )
}
