import { randomUUID } from 'node:crypto';
import { sectionNamed } from '../../forms/index.js';
import { formatYen, subtractYen, ZERO_YEN } from '../../kernel/yen.js';
import {
  ACCOUNT,
  ACCOUNT_SIDES,
  CARRY_OVER,
  type AccountSide,
  type PreparedReport,
  type TypedAccountLine,
} from '../../performance-reports/index.js';
import { ACCOUNT_FIGURES, accountBalance, accountFigureOf, isAccountBalanced } from '../shared/account-words.js';
import {
  fieldId,
  Hidden,
  Section,
  Select,
  TableFrame,
  TextField,
  VisuallyHidden,
  WorkingTable,
  YenField,
} from '../shared/index.js';
import { useFieldError } from '../shared/page-context.js';
import { SIDE_LABEL } from './budget-side.js';
import { ReportSectionForm, type ReportPageProps } from './report-parts.js';
import { BelowTable, ParkedHere, StayButton } from '../shared/sections/section-frame.js';
import { PointsHere, WorkbookButton } from './section-parts.js';

/** Blank lines that wait for what was not planned. */
const SPARE = 1;

const newLineId = (): string => `n${randomUUID().slice(0, 8)}`;

/** 収支決算書: each line beside its budget, and everything that is worked out from them. */
export function ReportAccountPage({ viewer, draft, more }: ReportPageProps & { more?: AccountSide | undefined }) {
  const { figures, account, plan, decision, rule, facts, timesThisYear, determining } = draft;
  const known = { asked: account, plan, decision, rule, facts, timesThisYear, determining };
  return (
    <ReportSectionForm viewer={viewer} draft={draft} name={ACCOUNT}>
      <div data-account={JSON.stringify(known, inDigits)}>
        <div class="account" id={fieldId('account')} tabIndex={-1}>
          <WholeFault />
          <PointsHere draft={draft} section={ACCOUNT} pointer="account.whole" />
          {ACCOUNT_SIDES.map((side) => (
            <div class="budget-side" id={fieldId(sideField(side))} key={side}>
              <Notes draft={draft} side={side} />
              <SideTable draft={draft} side={side} more={side === more} />
              <BelowTable place={`below[${side}]`}>
                <StayButton act={`add-line:${side}`} place={`below[${side}]`}>
                  {SIDE_LABEL[side]}に行を足す
                </StayButton>
              </BelowTable>
            </div>
          ))}
          <p
            class="budget-balance"
            role="status"
            data-balance
            data-balanced={isAccountBalanced(figures) ? 'yes' : 'no'}
          >
            {accountBalance(figures)}
          </p>
        </div>
        <Section title="計算の結果" id={fieldId('figures')}>
          <dl class="budget-figures">
            {ACCOUNT_FIGURES.map(({ name, label }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd data-figure={name}>{formatYen(accountFigureOf(figures, name))}</dd>
              </div>
            ))}
          </dl>
          <div data-working>
            <WorkingTable working={figures.working} caption="確定の見込み額の計算" />
          </div>
          <p class="hint">担当課の検査で、対象にならない支出があったときは、この額より少なくなります。</p>
          <StayButton act="stay" place="figures">
            保存して計算し直す
          </StayButton>
        </Section>
        <Section title="Excelを使う">
          <WorkbookButton />
        </Section>
      </div>
    </ReportSectionForm>
  );
}

/** What is wrong with the account as a whole. */
function WholeFault() {
  const error = useFieldError('account');
  return error ? <p class="field-error">{error}</p> : null;
}

/** Amounts travel to the browser as digits: JSON knows no whole numbers. */
const inDigits = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

const sideField = (side: AccountSide): string => `account[${side}]`;

/** Points and parked texts of the lines of a side stand above its table, where they are read first. */
function Notes({ draft, side }: { draft: PreparedReport; side: AccountSide }) {
  const { parked } = sectionNamed(draft.sections, ACCOUNT);
  return (
    <>
      {draft.lines
        .filter((line) => line.side === side)
        .map(({ id }) => (
          <div key={id}>
            <PointsHere draft={draft} section={ACCOUNT} pointer={`account.${id}`} />
            <ParkedHere parked={parked} field={id} label="収支決算書の行" inWords={lineInWords} />
          </div>
        ))}
    </>
  );
}

const lineInWords = (text: string): string => {
  const [, , amount = '', remark = ''] = JSON.parse(text) as string[];
  return `決算額 ${amount}　摘要 ${remark}`;
};

function SideTable({ draft, side, more }: { draft: PreparedReport; side: AccountSide; more: boolean }) {
  const { figures, account, decision } = draft;
  const own = draft.lines.filter((line) => line.side === side && line.id !== CARRY_OVER);
  const added = own.filter(({ id }) => !draft.plan.some((planned) => planned.id === id));
  const spare = Math.max(SPARE - added.length, 0) + (more ? 1 : 0);
  const blank = Array.from({ length: spare }, (): TypedAccountLine => {
    return { id: newLineId(), side, category: '', remark: '', amount: '' };
  });
  const kept = draft.lines.find(({ id }) => id === CARRY_OVER);
  const planned = side === 'income' ? figures.plannedIncome : figures.plannedExpenditure;
  return (
    <TableFrame caption={`${SIDE_LABEL[side]}（入力欄）`} cards>
      <table class="table table-inputs table-account" data-side={side}>
        <caption>{SIDE_LABEL[side]}</caption>
        <thead>
          <tr>
            <th scope="col">科目</th>
            <th scope="col" class="cell-end">
              予算額
            </th>
            <th scope="col" class="cell-end">
              決算額
            </th>
            <th scope="col" class="cell-end">
              差額
            </th>
            <th scope="col">摘要</th>
            <th scope="col">
              <VisuallyHidden>行の削除</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {side === 'income' && (
            <tr>
              <th scope="row" data-label="科目">
                {account.grantLabel}
              </th>
              <td class="cell-end" data-label="予算額">
                {formatYen(decision)}
              </td>
              <td class="cell-end" data-label="決算額">
                <span data-figure="grant">{formatYen(figures.working.total)}</span>
              </td>
              <td class="cell-end" data-label="差額">
                <span data-figure="grantDifference">{formatYen(subtractYen(figures.working.total, decision))}</span>
              </td>
              <td data-label="摘要" colSpan={2}>
                <span class="hint">自動で計算します</span>
              </td>
            </tr>
          )}
          {[...own, ...blank].map((line, index) => (
            <AccountRow draft={draft} line={line} place={`${SIDE_LABEL[side]}${String(index + 1)}行目`} key={line.id} />
          ))}
          {side === 'expenditure' && account.carryOver && (
            <AccountRow
              draft={draft}
              line={kept ?? { id: CARRY_OVER, side, category: CARRY_OVER, remark: '', amount: '' }}
              place={account.carryOver.label}
            />
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{SIDE_LABEL[side]}の合計</th>
            <td class="cell-end" data-label="予算額">
              {formatYen(planned)}
            </td>
            <td class="cell-end" data-label="決算額">
              <output data-figure={side}>{formatYen(figures[side])}</output>
            </td>
            <td class="cell-end" data-label="差額">
              <output data-figure={`${side}Difference`}>{formatYen(subtractYen(figures[side], planned))}</output>
            </td>
            <td colSpan={2}></td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

interface AccountRowProps {
  readonly draft: PreparedReport;
  readonly line: TypedAccountLine;
  /** 支出の部1行目, which every field of the row names for those who cannot see the table. */
  readonly place: string;
}

/** One line to write in; on a phone it is a card. What was planned keeps its category. */
function AccountRow({ draft, line, place }: AccountRowProps) {
  const { account, figures } = draft;
  const row = `account[${line.id}]`;
  const planned = draft.plan.find(({ id }) => id === line.id);
  const fixed = planned?.label ?? (line.id === CARRY_OVER ? account.carryOver?.label : undefined);
  const difference = figures.lines.find(({ id }) => id === line.id)?.difference ?? ZERO_YEN;
  const name = fixed ?? place;
  return (
    <tr id={fieldId(row)} tabIndex={-1} data-line={line.id} data-place={place}>
      <th scope="row" data-label="科目">
        <Hidden name={`${row}[side]`} value={line.side} />
        {fixed === undefined ? (
          <Select
            name={`${row}[category]`}
            label={`${place}の科目`}
            labelHidden
            options={account[line.side].map(({ id, label }) => ({ value: id, label }))}
            value={line.category}
            prompt="選んでください"
          />
        ) : (
          <>
            <Hidden name={`${row}[category]`} value={line.category} />
            {fixed}
            {planned && line.side === 'expenditure' && !planned.eligible && <span class="line-note">対象外</span>}
          </>
        )}
      </th>
      <td class="cell-end" data-label="予算額">
        {planned ? formatYen(planned.amount) : '―'}
      </td>
      <td class="cell-end" data-label="決算額">
        <YenField name={`${row}[amount]`} label={`${name}の決算額`} labelHidden value={line.amount} />
      </td>
      <td class="cell-end" data-label="差額">
        <span data-difference>{line.amount.trim() === '' ? '―' : formatYen(difference)}</span>
      </td>
      <td data-label="摘要">
        <TextField name={`${row}[remark]`} label={`${name}の摘要`} labelHidden value={line.remark} />
      </td>
      <td>
        {fixed === undefined && (
          <StayButton act={`remove-line:${line.id}`} place={sideField(line.side)}>
            削除<VisuallyHidden>：{place}</VisuallyHidden>
          </StayButton>
        )}
      </td>
    </tr>
  );
}
