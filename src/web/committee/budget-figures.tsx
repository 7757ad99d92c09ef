import type { BudgetFigures } from '../../applications/index.js';
import { formatYen } from '../../kernel/yen.js';
import { FIGURE_WORDS, figureOf } from '../shared/budget-words.js';
import { fieldId, Section, WorkingTable } from '../shared/index.js';
import { StayButton } from '../shared/sections/section-frame.js';

/** What follows from the lines: eligible cost, grant with its working, own funds. The script keeps it up to date. */
export function BudgetFiguresSection({ figures }: { figures: BudgetFigures }) {
  return (
    <Section title="計算の結果" id={fieldId('figures')}>
      <dl class="budget-figures">
        {FIGURE_WORDS.map(({ name, label }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd data-figure={name}>{formatYen(figureOf(figures, name))}</dd>
          </div>
        ))}
      </dl>
      <div data-working>
        <WorkingTable working={figures.working} caption="交付額の計算" />
      </div>
      <p class="hint">自己資金は、支出の合計から交付額と差し引く収入を引いた額です。</p>
      <StayButton act="stay" place="figures">
        保存して計算し直す
      </StayButton>
    </Section>
  );
}
