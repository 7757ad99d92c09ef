import type { ComponentChildren } from 'preact';
import type { LineFigures, TypedLine } from '../../applications/index.js';
import { TREATMENT_LABELS, type BudgetForm } from '../../programs/index.js';
import { productInWords } from '../shared/budget-words.js';
import { fieldId, Hidden, Select, TextField, VisuallyHidden, YenField } from '../shared/index.js';
import { sideField } from './budget-side.js';
import { StayButton } from '../shared/sections/section-frame.js';

interface BudgetLineRowProps {
  readonly line: TypedLine;
  /** 支出の部1行目, which every field of the row names for those who cannot see the table. */
  readonly place: string;
  readonly asked: BudgetForm;
  /** undefined for a line with nothing in it. */
  readonly figures: LineFigures | undefined;
}

/** One line to write in; on a phone it is a card. Its warnings stand beside it and refuse nothing. */
export function BudgetLineRow({ line, place, asked, figures }: BudgetLineRowProps) {
  const row = `budget[${line.id}]`;
  const judged = line.side === 'expenditure';
  return (
    <tr id={fieldId(row)} tabIndex={-1} data-line={line.id} data-place={place}>
      <td data-label="科目">
        <Hidden name={`${row}[side]`} value={line.side} />
        <Select
          name={`${row}[category]`}
          label={`${place}の科目`}
          labelHidden
          options={asked[line.side].map(({ id, label }) => ({ value: id, label }))}
          value={line.category}
          prompt="選んでください"
        />
        {!asked.basis && judged && <Warnings figures={figures} />}
      </td>
      <td data-label="摘要">
        <TextField name={`${row}[remark]`} label={`${place}の摘要`} labelHidden value={line.remark} />
      </td>
      {asked.basis && <BasisCell line={line} place={place} />}
      <td class="cell-end" data-label="金額">
        <YenField name={`${row}[amount]`} label={`${place}の金額`} labelHidden value={line.amount} />
        {asked.basis && (
          <p class="line-product" data-product>
            {hasBasis(line) && productInWords(figures?.amount)}
          </p>
        )}
      </td>
      {asked.basis && judged && <JudgedCell line={line} place={place} asked={asked} figures={figures} />}
      <td>
        <StayButton act={`remove-line:${line.id}`} place={sideField(line.side)}>
          削除<VisuallyHidden>：{place}</VisuallyHidden>
        </StayButton>
      </td>
    </tr>
  );
}

const hasBasis = ({ unitPrice, quantity }: TypedLine): boolean => unitPrice.trim() !== '' && quantity.trim() !== '';

function BasisCell({ line, place }: { line: TypedLine; place: string }) {
  const row = `budget[${line.id}]`;
  return (
    <td data-label="積算根拠（単価 × 数量・単位）">
      <div class="line-basis">
        <Part label="単価">
          <YenField name={`${row}[unitPrice]`} label={`${place}の単価`} labelHidden value={line.unitPrice} />
        </Part>
        <Part label="数量">
          <TextField
            name={`${row}[quantity]`}
            label={`${place}の数量`}
            labelHidden
            autocomplete="off"
            value={line.quantity}
          />
        </Part>
        <Part label="単位">
          <TextField
            name={`${row}[unit]`}
            label={`${place}の単位（人、回、枚など）`}
            labelHidden
            autocomplete="off"
            value={line.unit}
          />
        </Part>
      </div>
    </td>
  );
}

function JudgedCell({ line, place, asked, figures }: BudgetLineRowProps) {
  const row = `budget[${line.id}]`;
  const treatment = asked.expenditure.find(({ id }) => id === line.category)?.treatment;
  return (
    <td data-label="対象か・その理由">
      <div class="line-judged">
        <Select
          name={`${row}[eligible]`}
          label={`${place}が対象か`}
          labelHidden
          options={ELIGIBILITY}
          value={line.eligible}
          prompt={treatment ? `科目では${TREATMENT_LABELS[treatment]}` : '科目のとおり'}
        />
        <Part label="理由">
          <TextField name={`${row}[reason]`} label={`${place}の理由`} labelHidden value={line.reason} />
        </Part>
      </div>
      <Warnings figures={figures} />
    </td>
  );
}

/** A field among several of one cell; its short name is for the eye, the whole label for those who cannot see the table. */
const Part = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="line-part" data-part={label}>
    {children}
  </div>
);

const ELIGIBILITY = [
  { value: 'yes', label: '対象' },
  { value: 'no', label: '対象外' },
];

const Warnings = ({ figures }: { figures: LineFigures | undefined }) => (
  <div class="line-warnings" data-warnings>
    {figures?.warnings.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </div>
);
