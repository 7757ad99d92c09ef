import { differenceInWords, type Difference, type LineProof, type ProofPage as View } from '../../closing/index.js';
import { formatFiscalYear, type FiscalYear } from '../../kernel/fiscal-year.js';
import { sumYen, type Yen } from '../../kernel/yen.js';
import {
  Button,
  ButtonRow,
  DataTable,
  Form,
  Moment,
  Money,
  Notice,
  Section,
  SubNavigation,
  type Viewer,
} from '../shared/index.js';
import { linePath } from './budget-words.js';

interface ProofPageProps {
  readonly viewer: Viewer;
  readonly view: View;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly mayKeep: boolean;
}

/** 照合: for each budget line of a year the same figure from every book, and each difference by name. */
export function ProofPage({ viewer, view: { proof, newest }, year, years, mayKeep }: ProofPageProps) {
  const lines = proof.lines.filter(({ fiscalYear }) => fiscalYear === year);
  return (
    <>
      <SubNavigation
        label="年度"
        items={years.map((each) => ({
          label: formatFiscalYear(each),
          href: viewer.url('staff/year/proof', { year: String(each) }),
          current: each === year,
        }))}
      />
      {proof.balanced ? (
        <Notice tone="success" title="すべての帳簿が1円まで一致しています。" />
      ) : (
        <Notice tone="danger" title={`合わない金額が${String(proof.differences.length)}件あります。`}>
          <p>年度の締めは、違いがなくなるまで行えません。記録を消さず、逆の記帳や取消しの手続で直してください。</p>
        </Notice>
      )}
      {!proof.balanced && (
        <Section title="合わない金額">
          <Differences viewer={viewer} differences={proof.differences} lines={proof.lines} />
        </Section>
      )}
      <Section title={`${formatFiscalYear(year)}の予算科目ごとの照合`}>
        <Lines viewer={viewer} lines={lines} />
      </Section>
      <Section title="照合の記録">
        <p>
          {newest ? (
            <>
              最後の照合：
              <Moment at={newest.provedAt} />　{newest.balanced ? '一致' : `違い${String(newest.findings.length)}件`}
            </>
          ) : (
            '照合の記録はまだありません。'
          )}
        </p>
        <p class="hint">毎朝、自動で照合し、違いがあれば会計と管理者に知らせます。</p>
        {mayKeep && (
          <Form action={viewer.url('staff/year/proof')}>
            <ButtonRow>
              <Button kind="secondary">いま照合して記録する</Button>
            </ButtonRow>
          </Form>
        )}
      </Section>
    </>
  );
}

function Differences(props: { viewer: Viewer; differences: readonly Difference[]; lines: readonly LineProof[] }) {
  const { viewer, differences, lines } = props;
  const lineOf = (id: string | null) => lines.find((line) => line.id === id);
  return (
    <DataTable
      caption="合わない金額"
      captionHidden
      cards
      rows={differences}
      columns={[
        { label: '違い', cell: (difference) => differenceInWords(difference) },
        {
          label: '予算科目',
          cell: ({ lineId }) => {
            const line = lineOf(lineId);
            return line ? <a href={viewer.url(linePath(line.id))}>{line.name}</a> : '―';
          },
        },
      ]}
      empty="違いはありません。"
    />
  );
}

function Lines({ viewer, lines }: { viewer: Viewer; lines: readonly LineProof[] }) {
  const total = (of: (line: LineProof) => Yen) => <Money yen={sumYen(lines.map(of))} strong />;
  const columns: readonly { label: string; of: (line: LineProof) => Yen }[] = [
    { label: '負担行為済額（台帳）', of: ({ committed }) => committed.ledger },
    { label: '（交付決定）', of: ({ committed }) => committed.grants },
    { label: '命令済額（台帳）', of: ({ ordered }) => ordered.ledger },
    { label: '（支払）', of: ({ ordered }) => ordered.payments },
    { label: '支払済額（台帳）', of: ({ paid }) => paid.ledger },
    { label: '（支払の記録）', of: ({ paid }) => paid.payments },
    { label: '（ファイル）', of: ({ paid }) => paid.files },
    { label: '戻入額（台帳）', of: ({ returned }) => returned.ledger },
    { label: '（返還）', of: ({ returned }) => returned.refunds },
  ];
  return (
    <DataTable
      caption="予算科目ごとの照合"
      captionHidden
      cards
      rows={lines}
      columns={[
        {
          label: '予算科目',
          cell: (line) => (
            <>
              <a href={viewer.url(linePath(line.id))}>{line.name}</a>
              <p class="hint">{line.code}</p>
            </>
          ),
        },
        ...columns.map(({ label, of }) => ({
          label,
          align: 'end' as const,
          tight: true,
          cell: (line: LineProof) => <Money yen={of(line)} />,
        })),
      ]}
      totals={['合計', ...columns.map(({ of }) => total(of))]}
      empty="この年度の予算科目はありません。"
    />
  );
}
