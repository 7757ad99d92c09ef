import { randomUUID } from 'node:crypto';
import type { CellFault } from '../../../writing/index.js';
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
} from '../../shared/index.js';

/** A line that the workbook would change, in words; null where the line is not there. */
export interface ChangedLine {
  readonly side: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface WorkbookPageProps {
  /** What the workbook is of: 収支予算書. */
  readonly name: string;
  /** Address of its page. */
  readonly path: string;
  /** Of the workbook that was sent. */
  readonly faults: readonly CellFault[];
  readonly headingOf: (cell: string) => string;
}

/** Take the file home, fill it in, send it back; every cell that cannot be read is named at once. */
export function WorkbookPage({ name, path, faults, headingOf }: WorkbookPageProps) {
  return (
    <>
      {faults.length > 0 && (
        <Notice tone="danger" title="直すところ">
          <ul>
            {faults.map((fault) => (
              <li key={fault.cell + fault.code}>{faultInWords(headingOf(fault.cell), fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title="1. ファイルに記入する">
        <p>いま保存されている行が入っています。ネットにつながっていないところでも書けます。</p>
        <ButtonLink href={`${path}/workbook/file`} kind="secondary" download>
          {name}（Excel）をダウンロードする
        </ButtonLink>
      </Section>
      <Section title="2. 記入したファイルを送る">
        <p>送ると、いまの内容とどこが変わるかを先に示します。確かめるまで、何も変わりません。</p>
        <Form action={`${path}/workbook`} upload>
          <FileField name="workbook" label="記入したExcelファイル" accept=".xlsx" required />
          <ButtonRow>
            <Button>送って違いを見る</Button>
            <ButtonLink href={path} kind="quiet">
              {name}に戻る
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

/** `B12（科目）：…` */
function faultInWords(heading: string, { cell, code, params }: CellFault): string {
  const place = cell === '' ? '' : `${cell}${heading === '' ? '' : `（${heading}）`}：`;
  return `${place}${messageFor(code, params)}`;
}

interface WorkbookPreviewProps {
  readonly name: string;
  readonly path: string;
  /** Of the section that was compared. */
  readonly version: number;
  readonly edition?: string | undefined;
  readonly changes: readonly ChangedLine[];
  readonly balance: string;
  /** What the page of the section would send, by the names of its fields. */
  readonly typed: readonly (readonly [name: string, value: string])[];
}

/** What would replace what; only the button below takes it over. */
export function WorkbookPreviewPage({ name, path, version, edition, changes, balance, typed }: WorkbookPreviewProps) {
  return (
    <>
      <DataTable
        caption="変わるところ"
        cards
        empty={{ title: '変わるところはありません', body: <p>ファイルの内容は、いまの{name}と同じです。</p> }}
        rows={changes}
        columns={[
          { label: '部', tight: true, cell: ({ side }) => side },
          { label: 'いまの内容', cell: ({ before }) => before ?? '（なし）' },
          { label: 'Excelの内容', cell: ({ after }) => after ?? '（削除）' },
        ]}
      />
      <p>入れ替えたあと：{balance}</p>
      <Form action={path} version={version}>
        <Hidden name="page" value={randomUUID()} />
        {edition !== undefined && <Hidden name="edition" value={edition} />}
        {typed.map(([field, value]) => (
          <Hidden name={field} value={value} key={field} />
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
