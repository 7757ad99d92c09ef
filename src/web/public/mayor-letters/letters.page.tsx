import type { PublicLetters, PublishedLetter } from '../../../consultations/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { headWord, townWord } from '../../shared/head-words.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  Day,
  Form,
  Prose,
  Section,
  Select,
  type Viewer,
} from '../../shared/index.js';
import { Pages, type PartOfRows } from '../../shared/pages-of-rows.js';
import { Retention } from './retention.js';

interface LettersProps {
  readonly viewer: Viewer;
  readonly view: PublicLetters;
  /** Empty: all. */
  readonly topic: string;
  readonly part: PartOfRows;
}

/** How to write, and what others wrote and were answered. */
export function LettersPage({ viewer, view, topic, part }: LettersProps) {
  const { settings, letters, total, years, year } = view;
  return (
    <>
      <Prose text={settings.invitation} />
      <ul>
        <li>会員登録はいりません。氏名を書かずに送ることもできます（回答がほしいときは、氏名と送り先が必要です）。</li>
        <li>
          回答がほしい手紙には、届いてから{settings.answerDays}
          日をめやすに、{headWord(viewer.town)}の決裁を受けた回答をお送りします。
        </li>
        <li>同意をいただいた手紙は、氏名を除いて、回答とともにこのページで公表します。</li>
      </ul>
      <ButtonRow>
        <ButtonLink href={viewer.url('mayor-letters/new')}>手紙を書く</ButtonLink>
        <ButtonLink kind="secondary" href={viewer.url('mayor-letters/mine')}>
          送った手紙と回答を見る
        </ButtonLink>
      </ButtonRow>
      <Retention settings={settings} />
      <Section title="いただいた手紙と回答">
        {years.length > 0 && (
          <Form action={viewer.url('mayor-letters')} method="get" label="年度と分野で選ぶ">
            <div class="filter-fields">
              <Select
                name="year"
                label="回答した年度"
                value={String(year)}
                options={[...new Set([year, ...years])].map((each) => ({
                  value: String(each),
                  label: formatFiscalYear(each),
                }))}
              />
              <Select
                name="topic"
                label="分野"
                prompt="すべての分野"
                value={topic}
                options={settings.topics.map((each) => ({ value: each, label: each }))}
              />
            </div>
            <ButtonRow>
              <Button kind="secondary">この条件で見る</Button>
            </ButtonRow>
          </Form>
        )}
        <DataTable
          caption="いただいた手紙と回答"
          captionHidden
          cards
          empty={{
            title: '公表している手紙はありません。',
            body: <p>同意をいただいた手紙に回答すると、ここに載ります。</p>,
          }}
          rows={letters}
          columns={[
            { label: '件名', cell: ({ id, subject }) => <a href={viewer.url(`mayor-letters/${id}`)}>{subject}</a> },
            { label: '分野', cell: (letter) => letter.topic },
            { label: '回答した日', tight: true, cell: ({ answeredOn }) => <Day date={answeredOn} /> },
          ]}
        />
        <Pages
          viewer={viewer}
          path="mayor-letters"
          part={part}
          total={total}
          query={{ year: String(year), ...(topic !== '' && { topic }) }}
        />
      </Section>
    </>
  );
}

/** One published letter with its answer. */
export const PublishedLetterPage = ({ viewer, letter }: { viewer: Viewer; letter: PublishedLetter }) => (
  <>
    <p class="hint">
      分野：{letter.topic}　<Day date={letter.receivedOn} />
      に届いた手紙です。個人が分かるところを除くなど、短くまとめています。
    </p>
    <Section title="手紙">
      <Prose text={letter.body} />
    </Section>
    <Section title={`${townWord(viewer.town)}の回答（${headWord(viewer.town)}）`}>
      <Prose text={letter.answer} />
      <p class="hint">
        回答した日：
        <Day date={letter.answeredOn} />
      </p>
    </Section>
    <p class="way-back">
      <a href={viewer.url('mayor-letters')}>手紙と回答の一覧へ</a>
    </p>
  </>
);
