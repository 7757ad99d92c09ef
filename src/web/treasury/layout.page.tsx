import { ACCOUNTING_COLUMNS, FAILURE_COLUMNS, LAYOUT_VERSION, PAID_LIST_COLUMNS } from '../../payments/index.js';
import { DataTable, Section } from '../shared/index.js';

/** The documentation of both files, made of the very lists that write and read them. */
export function LayoutPage() {
  return (
    <>
      <Section title={`財務会計に渡すファイル（様式版 ${LAYOUT_VERSION}）`}>
        <ul>
          <li>文字コードはUTF-8（BOM付き）、改行はCRLF、区切りはカンマです。1行目は見出しです。</li>
          <li>1行が1件の支出命令です。金額は円で、カンマを付けません。日付は西暦の年-月-日です。</li>
          <li>カンマ・引用符・改行を含む値は、二重引用符で囲みます。</li>
          <li>表計算ソフトが式とみなす文字（=、+、-、@）で始まる文字の値は、先頭に「'」を付けます。</li>
          <li>
            出力番号ごとに中身は変わりません。同じ支出命令が2つのファイルに入るのは、支払不能になった後にもう一度支払うときだけです。
          </li>
        </ul>
        <LayoutTable caption="渡すファイルの列" columns={ACCOUNTING_COLUMNS} />
      </Section>
      <Section title="財務会計から受け取る支払済一覧">
        <ul>
          <li>文字コードはUTF-8（BOMの有無は問いません）又はShift_JISです。1行目は見出しです。</li>
          <li>列の順序は問いません。次の列のほかにある列は読みません。</li>
          <li>1行でも読み取れない行や、金額が支出命令額と違う行があれば、1件も取り込みません。</li>
          <li>同じファイルを2回取り込んでも、何も変わりません。</li>
        </ul>
        <LayoutTable caption="支払済一覧の列" columns={PAID_LIST_COLUMNS} />
        <p>口座違いなどで支払えなかったものを知らせるときは、次の列を加えます。</p>
        <LayoutTable caption="支払不能を知らせる列" columns={FAILURE_COLUMNS} />
      </Section>
    </>
  );
}

interface LayoutTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly header: string; readonly meaning: string; readonly form: string }[];
}

const LayoutTable = ({ caption, columns }: LayoutTableProps) => (
  <DataTable
    caption={caption}
    cards
    empty="列はありません。"
    rows={columns.map((column, index) => ({ ...column, position: index + 1 }))}
    columns={[
      { label: '列', tight: true, cell: (column) => column.position },
      { label: '見出し', heading: true, tight: true, cell: (column) => column.header },
      { label: '意味', cell: (column) => column.meaning },
      { label: '形・例', cell: (column) => column.form },
    ]}
  />
);
