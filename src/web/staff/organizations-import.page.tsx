import type { CellFault, ImportReport } from '../../organizations/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  FileField,
  Form,
  messageFor,
  Notice,
  Section,
  type Viewer,
} from '../shared/index.js';
import { ORGANIZATIONS_PATH } from './organization-words.js';

/** Download the template, fill it in, send it back; every faulty cell is named and then nothing was written. */
export function ImportPage({ viewer, report }: { viewer: Viewer; report: ImportReport | null }) {
  const url = (path: string): string => viewer.url(`${ORGANIZATIONS_PATH}/${path}`);
  return (
    <>
      {report && <Outcome viewer={viewer} report={report} />}
      <Section title="1. ひな形に記入する">
        <p>
          「団体」「役員」「口座」の3枚のシートに、「見本」の行の下から記入してください。見本の行は取り込まれません。
        </p>
        <ButtonLink href={url('import/template')} kind="secondary" download>
          ひな形（Excel）をダウンロードする
        </ButtonLink>
      </Section>
      <Section title="2. 記入したファイルを取り込む">
        <p>
          すべてのセルが正しいときだけ取り込みます。すでにある団体は変わりません。取り込んだ団体は「記入中」になり、規約と通帳の写しは団体の役員が加えます。
        </p>
        <Form action={url('import')} upload>
          <FileField name="workbook" label="記入したExcelファイル" accept=".xlsx" required />
          <ButtonRow>
            <Button>取り込む</Button>
            <ButtonLink href={viewer.url(ORGANIZATIONS_PATH)} kind="secondary">
              団体の一覧に戻る
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

function Outcome({ viewer, report }: { viewer: Viewer; report: ImportReport }) {
  const { faults, created, existing } = report;
  if (faults.length > 0) {
    return (
      <Notice tone="danger" title={`${String(faults.length)}か所を直してください。まだ何も取り込んでいません。`} live>
        <DataTable
          caption="直すところ"
          captionHidden
          rows={faults}
          empty=""
          columns={[
            { label: 'シート', cell: ({ sheet }) => sheet, tight: true },
            { label: 'セル', cell: ({ cell }) => (cell === '' ? 'シート全体' : cell), tight: true },
            { label: '列', cell: ({ heading }) => heading },
            { label: '直し方', cell: (fault) => remedyOf(fault) },
          ]}
        />
      </Notice>
    );
  }
  return (
    <Notice
      tone={created.length > 0 ? 'success' : 'info'}
      title={`${String(created.length)}団体を取り込みました。`}
      live
    >
      {created.length > 0 && (
        <ul>
          {created.map(({ id, name }) => (
            <li key={id}>
              <a href={viewer.url(`${ORGANIZATIONS_PATH}/${id}`)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {existing.length > 0 && <p>すでにあるため、変えなかった団体：{existing.join('、')}</p>}
    </Notice>
  );
}

const remedyOf = ({ code, params }: CellFault): string => messageFor(code, params);
