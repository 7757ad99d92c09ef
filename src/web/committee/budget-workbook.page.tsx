import { randomUUID } from 'node:crypto';
import {
  BUDGET,
  budgetFigures,
  budgetIn,
  headingOf,
  pointAnswersIn,
  TAX_CREDIT,
  TAX_CREDIT_AMOUNT,
  type AskedBudget,
  type CellFault,
  type LineChange,
  type ReadBudget,
  type TypedLine,
} from '../../applications/index.js';
import { sectionNamed } from '../../forms/index.js';
import { balanceSentence } from '../shared/budget-words.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  FileField,
  Form,
  Hidden,
  messageFor,
  Notice,
  Section,
  type Viewer,
} from '../shared/index.js';
import { sectionUrl } from './application-words.js';
import { lineInWords, SIDE_LABEL } from './budget-side.js';

interface WorkbookPageProps {
  /** Address of the budget's page. */
  readonly path: string;
  readonly asked: AskedBudget;
  /** Of the workbook that was sent. */
  readonly faults: readonly CellFault[];
}

/** Take the file home, fill it in, send it back; every cell that cannot be read is named at once. */
export function WorkbookPage({ path, asked, faults }: WorkbookPageProps) {
  return (
    <>
      {faults.length > 0 && (
        <Notice tone="danger" title="直すところ">
          <ul>
            {faults.map((fault) => (
              <li key={fault.cell + fault.code}>{faultInWords(asked, fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title="1. ファイルに記入する">
        <p>いま保存されている行が入っています。ネットにつながっていないところでも書けます。</p>
        <ButtonLink href={`${path}/workbook/file`} kind="secondary" download>
          収支予算書（Excel）をダウンロードする
        </ButtonLink>
      </Section>
      <Section title="2. 記入したファイルを送る">
        <p>送ると、いまの内容とどこが変わるかを先に示します。確かめるまで、何も変わりません。</p>
        <Form action={`${path}/workbook`} upload>
          <FileField name="workbook" label="記入したExcelファイル" accept=".xlsx" required />
          <ButtonRow>
            <Button>送って違いを見る</Button>
            <ButtonLink href={path} kind="quiet">
              収支予算書に戻る
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

/** `B12（科目）：…` */
function faultInWords(asked: AskedBudget, { cell, code, params }: CellFault): string {
  const heading = headingOf(asked, cell);
  const place = cell === '' ? '' : `${cell}${heading === '' ? '' : `（${heading}）`}：`;
  return `${place}${messageFor(code, params)}`;
}

/** What would replace what; only the button below takes it over. */
export function WorkbookPreviewPage({ viewer, read }: { viewer: Viewer; read: ReadBudget }) {
  const { draft, lines, changes } = read;
  const { application, document, sections } = draft;
  const section = sectionNamed(sections, BUDGET);
  const { taxCredit } = budgetIn(section);
  const path = sectionUrl(viewer, application.id, BUDGET);
  const figures = budgetFigures(document.budget, { lines, taxCredit }, draft.grantOf);
  return (
    <>
      <DataTable
        caption="変わるところ"
        cards
        empty={{ title: '変わるところはありません', body: <p>ファイルの内容は、いまの収支予算書と同じです。</p> }}
        rows={changes}
        columns={[
          {
            label: '部',
            tight: true,
            cell: ({ before, after }) => SIDE_LABEL[(after ?? before)?.side ?? 'expenditure'],
          },
          { label: 'いまの内容', cell: ({ before }) => sideOfChange(document.budget, before, '（なし）') },
          { label: 'Excelの内容', cell: ({ after }) => sideOfChange(document.budget, after, '（削除）') },
        ]}
      />
      <p>入れ替えたあと：{balanceSentence(figures)}</p>
      <Form action={path} version={section.version}>
        <Hidden name="page" value={randomUUID()} />
        {lines.map((line) => (
          <HiddenLine line={line} key={line.id} />
        ))}
        <Hidden name={`budget[${TAX_CREDIT}]`} value={taxCredit.kind} />
        <Hidden name={`budget[${TAX_CREDIT_AMOUNT}]`} value={taxCredit.amount} />
        {Object.entries(pointAnswersIn(new Map([[BUDGET, section]]))).map(([id, text]) => (
          <Hidden name={`pointAnswers[${id}]`} value={text} key={id} />
        ))}
        <ButtonRow>
          {changes.length > 0 && <Button>この内容に入れ替える</Button>}
          <ButtonLink href={`${path}/workbook`} kind={changes.length > 0 ? 'quiet' : 'primary'}>
            入れ替えずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

const sideOfChange = (asked: AskedBudget, line: LineChange['before'], none: string): string =>
  line === null ? none : lineInWords(asked, line);

/** The line as its row of the table would send it. */
const HiddenLine = ({ line: { id, ...cells } }: { line: TypedLine }) => (
  <>
    {Object.entries(cells).map(([cell, text]) => (
      <Hidden name={`budget[${id}][${cell}]`} value={text} key={cell} />
    ))}
  </>
);
