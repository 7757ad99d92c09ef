import { DATA_SETS, LICENCE } from '../../../disclosure/index.js';
import { ButtonLink, ButtonRow, DataTable, Details, Moment, Section, type Viewer } from '../../shared/index.js';

interface Props {
  readonly viewer: Viewer;
  /** When anything in the data changed last; null while nothing is published. */
  readonly changedAt: Date | null;
  readonly address: string;
  readonly hasGrants: boolean;
}

/** What can be downloaded, on which terms, and what every column means: from the same definitions that write the files. */
export function OpenDataPage({ viewer, changedAt, address, hasGrants }: Props) {
  return (
    <>
      <Section title="使うときの決まり">
        <p>
          <a href={LICENCE.url}>
            {LICENCE.title}（{LICENCE.name}）
          </a>
          で公開しています。「出典：{viewer.town.name}
          」と書けば、営利・非営利を問わず、複製・加工・再配布ができます。加工したときは、加工したことも書いてください。
        </p>
        <p>個人の氏名、電話、口座は含みません。交付の内容は、通知書を出したあとに載り、変わるたびに直ります。</p>
        {changedAt && (
          <p>
            データの最後の変更：
            <Moment at={changedAt} />
          </p>
        )}
      </Section>
      {Object.values(DATA_SETS).map((set) => (
        <Section title={set.title} id={set.name} key={set.name}>
          <p>{set.about}</p>
          <Files viewer={viewer} files={[`${set.name}.csv`, `${set.name}.json`]} />
          <Details summary={`${set.title}の列と意味（${String(set.columns.length)}列）`}>
            <DataTable
              caption={`${set.title}の列`}
              captionHidden
              cards
              empty=""
              rows={set.columns as readonly { header: string; name: string; meaning: string }[]}
              columns={[
                { label: 'CSVの列', tight: true, cell: ({ header }) => header },
                { label: 'JSONの名前', tight: true, cell: ({ name }) => <code>{name}</code> },
                { label: '意味', cell: ({ meaning }) => meaning },
              ]}
            />
          </Details>
        </Section>
      ))}
      <Section title="360Giving形式" id="three-sixty-giving">
        <p>
          補助金の公開のための国際的な書式
          <a href="https://standard.threesixtygiving.org/">360Giving Data Standard</a>
          （1.4）に合わせた、交付の一覧です。識別子の接頭辞は、登録したものがないため見本です。
        </p>
        {!hasGrants && (
          <p>
            公表した交付がまだないため、いまは交付が0件のファイルです。書式は1件以上の交付を求めるので、書式の検査に通るのは、最初の交付を公表してからです。アドレスは変わりません。
          </p>
        )}
        <Files viewer={viewer} files={['360giving.json']} />
      </Section>
      <Section title="使い方">
        <p>
          CSVは、先頭に目印（BOM）を付けたUTF-8です。表計算ソフトでそのまま開けます。<code>?year=2026</code>
          を付けると、その年度だけになります（登録した団体を除く）。アドレスは変わりません。ほかのサイトのプログラムからも、直接読み込めます。
        </p>
        <p>
          新しく公表したものは、RSS（<a href={viewer.url('feed.xml')}>{address}/feed.xml</a>）でも知ることができます。
        </p>
      </Section>
    </>
  );
}

const Files = ({ viewer, files }: { viewer: Viewer; files: readonly string[] }) => (
  <ButtonRow>
    {files.map((file) => (
      <ButtonLink kind="secondary" href={viewer.url(`open-data/${file}`)} download key={file}>
        {file} をダウンロードする
      </ButtonLink>
    ))}
  </ButtonRow>
);
