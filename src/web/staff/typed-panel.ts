import type { ProgramDocument } from '../../programs/index.js';
import { recordAt } from '../shared/typed-records.js';
import { codedRowsAt, type Loose } from './typed-program.js';

/** The rubric as its page sends it; without the tick no panel is asked. Ticked criteria decide between equals in their order. */
export function typedPanel(body: unknown): Loose {
  const panel = recordAt(body, 'panel');
  if (panel['asked'] !== 'yes') return { panel: null };
  const criteria = codedRowsAt(panel, 'criteria', 'criterion');
  const least = recordAt(panel, 'least');
  const deciding = criteria.filter(({ decides, label }) => decides === 'yes' && label !== '');
  return {
    panel: { ...panel, criteria, tieBreak: deciding.map(({ id }) => id), least: least['points'] ? least : null },
  };
}

/** The stored rubric as its page is filled from it. */
export function panelInRows({ panel }: ProgramDocument): Loose | null {
  if (!panel) return null;
  const { criteria, tieBreak, least } = panel;
  const [points = 0, below = 1] = least?.points ?? [];
  return {
    ...panel,
    asked: 'yes',
    criteria: criteria.map((criterion) => ({ ...criterion, decides: tieBreak.includes(criterion.id) })),
    least: least && { of: least.of, points: below === 1 ? String(points) : `${String(points)}/${String(below)}` },
  };
}
