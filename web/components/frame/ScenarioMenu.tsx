import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { Menu, MenuChoices, MenuGroup, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import { bringLater, usePlansToBring } from './devicePlans.ts'
import { planTree } from './planTree.ts'
import { openDialog, notify, type DialogName } from './screen.ts'
import type { Problem } from '../../../core/problem.ts'
import { textOf } from '../../words/problems.ts'

/** Everything that can be done with plans as wholes. */
export default function ScenarioMenu(props: PopupProps) {
  const scenarios = usePlanning((planning) => planning.scenarios)
  const open = usePlanning((planning) => planning.scenario)
  const isSignedIn = usePlanning((planning) => planning.account !== null)
  const toBring = usePlansToBring()
  const actions = planningActions()
  const dialog = (name: DialogName) => () => openDialog(name, props.anchor.current)
  return (
    <Menu {...props} label={say('common.plans')}>
      {scenarios.length > 0 && (
        <MenuGroup label={say('frame.menu.open')}>
          <MenuChoices
            value={open?.id ?? ''}
            onChoose={(id) => void actions.openScenario(id)}
            choices={planTree(scenarios).map(({ plan, depth }) => ({
              value: plan.id,
              label: plan.name,
              detail: formatMoney(plan.planning_balance_cents, plan.currency_code),
              depth: Math.min(depth, deepest_shown),
            }))}
          />
        </MenuGroup>
      )}
      {scenarios.length > 0 && <MenuLine />}
      <MenuItem onSelect={dialog('new')}>{say('frame.menu.new')}</MenuItem>
      {open && (
        <>
          <MenuItem onSelect={dialog('branch')}>{say('common.what_if')}</MenuItem>
          <MenuItem onSelect={dialog('rename')}>{say('frame.menu.rename')}</MenuItem>
          <MenuItem onSelect={() => void actions.duplicateScenario(open.id).then(tellProblems)}>{say('frame.menu.duplicate')}</MenuItem>
          <MenuItem onSelect={() => void actions.deleteScenario(open.id).then(tellProblems)}>
            {say('frame.menu.delete', { name: open.name })}
          </MenuItem>
          <MenuLine />
          <MenuItem onSelect={dialog('history')}>{say('frame.menu.history')}</MenuItem>
        </>
      )}
      {isSignedIn && toBring.length > 0 && <MenuItem onSelect={() => bringLater(false)}>{say('frame.menu.device')}</MenuItem>}
      <MenuItem onSelect={dialog('deleted')}>{say('frame.menu.deleted')}</MenuItem>
    </Menu>
  )
}

/** Further down they stand one under the other. */
const deepest_shown = 4

function tellProblems(problems: readonly Problem[]): void {
  const [first] = problems
  if (first) notify({ id: 'plans', tone: 'failure', text: textOf(first) })
}
