import type { DraftCase, ShownContent } from '../../approvals/index.js';
import { APPLIED_AMOUNT } from '../../grants/index.js';
import { restoreWorking } from '../../kernel/working.js';
import { formatYen, sumYen, yen, type Yen } from '../../kernel/yen.js';
import { hasAmount, type Act } from '../../staff/index.js';
import {
  CheckAnswers,
  DataTable,
  Money,
  Notice,
  StatusTag,
  TableFrame,
  VisuallyHidden,
  WorkingTable,
  type Viewer,
} from '../shared/index.js';
import { CaseChanges } from './draft-changes.js';

type Content = ShownContent['case'];

const amountOf = (content: Content): Yen => yen(content.amount);

/** The cases of a draft: a single one lies open, several stand in a table and open one by one. */
export function DraftCases({ viewer, kind, cases }: { viewer: Viewer; kind: Act; cases: readonly DraftCase[] }) {
  const [only] = cases;
  const counted = hasAmount(kind);
  if (cases.length === 1 && only) return <CaseContent viewer={viewer} draftCase={only} headed counted={counted} />;
  return (
    <TableFrame caption="案件の一覧">
      <table class="table case-table">
        <caption class="visually-hidden">案件の一覧。それぞれの内容は「内容と算定」を開くと読めます。</caption>
        <thead>
          <tr>
            <th scope="col">案件</th>
            <th scope="col" class="cell-end">
              {counted ? '金額' : '処分'}
            </th>
          </tr>
        </thead>
        {cases.map((draftCase) => (
          <tbody key={draftCase.item.id}>
            <tr>
              <th scope="row">
                {draftCase.item.ordinal}. {draftCase.shown.organizationName || draftCase.shown.title}
                {draftCase.shown.organizationName !== '' && <p class="hint">{draftCase.shown.title}</p>}
                {draftCase.shown.working && <p class="hint">{inOneLine(draftCase.shown.working)}</p>}
                {draftCase.draftedAs && <StatusTag tone="danger">起案の後に変わりました</StatusTag>}
              </th>
              <td class="cell-end">
                {counted && <Money yen={amountOf(draftCase.shown)} />}
                {draftCase.shown.outcome && (
                  <p class="hint">
                    {draftCase.shown.outcome}
                    {appliedAmount(draftCase.shown)}
                  </p>
                )}
              </td>
            </tr>
            <tr class="case-detail">
              <td colSpan={2}>
                <details class="details" open={draftCase.draftedAs !== null}>
                  <summary>
                    内容と算定
                    <VisuallyHidden>：{draftCase.shown.organizationName}</VisuallyHidden>
                  </summary>
                  <div class="details-body">
                    <CaseContent viewer={viewer} draftCase={draftCase} counted={counted} />
                  </div>
                </details>
              </td>
            </tr>
          </tbody>
        ))}
        {counted && (
          <tfoot>
            <tr>
              <th scope="row">合計（{cases.length}件）</th>
              <td class="cell-end">
                <Money yen={sumYen(cases.map(({ shown }) => amountOf(shown)))} strong />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  );
}

/** `（申請額 120,000円）` where less is decided than was applied for, so that nobody has to open the case to see it. */
const appliedAmount = ({ facts }: Content): string => {
  const applied = facts.find(({ label }) => label === APPLIED_AMOUNT);
  return applied ? `（${applied.label} ${applied.value}）` : '';
};

/** `均等割 570,000円 ＋ 行政区割 10,000円 × 6行政区`: why the amount is what it is, without opening the case. */
const inOneLine = (working: NonNullable<Content['working']>): string =>
  working.lines
    .map(({ label, formula, yen: amount }, index) => {
      // What a cap or rounding takes off is said after what it is taken off from.
      const joint = index === 0 ? '' : amount.startsWith('-') || amount === '0' ? '、' : ' ＋ ';
      return `${joint}${label} ${formula}`;
    })
    .join('');

interface CaseContentProps {
  readonly viewer: Viewer;
  readonly draftCase: DraftCase;
  readonly counted: boolean;
  readonly headed?: boolean;
}

/** Everything that is approved of one case; its name and amount only where no table above says them. */
export function CaseContent({ viewer, draftCase, counted, headed = false }: CaseContentProps) {
  const { shown, draftedAs, earlier } = draftCase;
  const what = [
    { label: '件名', value: shown.title },
    ...(shown.organizationName === '' ? [] : [{ label: '団体', value: shown.organizationName }]),
    ...(shown.outcome === null ? [] : [{ label: '処分', value: shown.outcome }]),
    ...(counted ? [{ label: '金額', value: <Money yen={amountOf(shown)} strong /> }] : []),
  ];
  return (
    <>
      {draftedAs && <Changes before={draftedAs} now={shown} />}
      <CheckAnswers
        answers={[
          ...(headed ? what : []),
          { label: '根拠', value: shown.basis },
          ...(shown.budgetLine === null ? [] : [{ label: '予算科目', value: shown.budgetLine }]),
          ...shown.facts,
          ...(earlier.length === 0
            ? []
            : [{ label: 'これまでの書類', value: <Earlier viewer={viewer} earlier={earlier} /> }]),
        ]}
      />
      <CaseChanges title={`変わるところ（${shown.organizationName || shown.title}）`} changes={shown.changes} />
      {shown.working && (
        <WorkingTable working={restoreWorking(shown.working)} caption={`算定の内訳（${shown.organizationName}）`} />
      )}
    </>
  );
}

function Earlier({ viewer, earlier }: { viewer: Viewer; earlier: DraftCase['earlier'] }) {
  return (
    <ul class="plain-list">
      {earlier.map(({ label, href }) => (
        <li key={label}>{href === undefined ? label : <a href={viewer.url(href)}>{label}</a>}</li>
      ))}
    </ul>
  );
}

/** What is different from what was drafted, side by side. */
function Changes({ before, now }: { before: Content; now: Content }) {
  const then = linesOf(before);
  const changed = [...linesOf(now).entries()]
    .map(([label, value]) => ({ label, before: then.get(label) ?? '（なし）', now: value }))
    .filter((line) => line.before !== line.now);
  const gone = [...then.entries()]
    .filter(([label]) => !linesOf(now).has(label))
    .map(([label, value]) => ({ label, before: value, now: '（なし）' }));
  return (
    <Notice tone="danger" title="起案の後に内容が変わりました">
      <p>このままでは決裁できません。起案者に差し戻して、再提出を受けてください。</p>
      <DataTable
        caption="変わったところ"
        captionHidden
        cards
        empty="変わったところはありません。"
        rows={[...changed, ...gone]}
        columns={[
          { label: '項目', cell: ({ label }) => label },
          { label: '起案したとき', cell: (line) => line.before },
          { label: 'いま', cell: (line) => line.now },
        ]}
      />
    </Notice>
  );
}

function linesOf(content: Content): ReadonlyMap<string, string> {
  return new Map([
    ['件名', content.title],
    ['団体', content.organizationName],
    ['金額', formatYen(amountOf(content))],
    ['処分', content.outcome ?? ''],
    ['根拠', content.basis],
    ['予算科目', content.budgetLine ?? ''],
    ...content.facts.map(({ label, value }): [string, string] => [label, value]),
    ...(content.changes ?? []).map(({ label, before, after }): [string, string] => [label, `${before} → ${after}`]),
    ...(content.working?.lines ?? []).map((line): [string, string] => [
      `算定：${line.label}`,
      `${line.formula}＝${formatYen(yen(line.yen))}`,
    ]),
    ['これまでの書類', content.earlier.join('、')],
  ]);
}
