import { useContext } from 'preact/hooks';
import { STARTING_RULES, type ProgramVersion } from '../../programs/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Details,
  fieldId,
  Form,
  PageErrors,
  Section,
  Select,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { RuleTable } from '../shared/rule-table.js';
import { draftPath } from './program-draft.page.js';

export const structurePath = (versionId: string): string => draftPath(versionId, 'rule');

interface StructurePageProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  /** As stored, as chosen to begin from, or as typed. */
  readonly text: string;
  readonly mayChange: boolean;
}

/** What the rule is made of, as checked text: administrators change it, promotion staff read it. */
export function StructurePage({ viewer, version, text, mayChange }: StructurePageProps) {
  const back = viewer.url(draftPath(version.id, 'amount'));
  return (
    <>
      <Section title="いまの決まり">
        <RuleTable document={version.document} />
      </Section>
      {mayChange ? (
        <>
          <StartFrom viewer={viewer} version={version} />
          <Form action={viewer.url(structurePath(version.id))} version={version.version} label="決まりの形">
            <StructureFaults />
            <TextArea
              name="rule"
              label="決まりの形（JSON）"
              hint="保存すると全体を確かめ、直すところを場所とともに示します。"
              required
              rows={24}
              value={text}
            />
            <ButtonRow>
              <Button>決まりの形を保存する</Button>
              <ButtonLink kind="quiet" href={back}>
                保存しないで戻る
              </ButtonLink>
            </ButtonRow>
          </Form>
          <Help />
        </>
      ) : (
        <>
          <Section title="決まりの形">
            <p>形を変えるのは、システム管理者の仕事です。金額や率は「交付額の決まり」で直せます。</p>
            <section class="table-frame" aria-label="決まりの形" tabIndex={0}>
              <pre>{text}</pre>
            </section>
          </Section>
          <ButtonRow>
            <ButtonLink kind="secondary" href={back}>
              交付額の決まりに戻る
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}

const StartFrom = ({ viewer, version }: Pick<StructurePageProps, 'viewer' | 'version'>) => (
  <Section title="用意された形から始める">
    <Form action={viewer.url(structurePath(version.id))} method="get" label="用意された形">
      <Select
        name="start"
        label="用意された形"
        hint="下の欄に入ります。保存するまで、いまの決まりは変わりません。"
        options={STARTING_RULES.map(({ name, label }) => ({ value: name, label }))}
      />
      <ButtonRow>
        <Button kind="secondary">下の欄に入れる</Button>
      </ButtonRow>
    </Form>
  </Section>
);

/** The faults within the text, with their place in it, because no single field stands for them. */
function StructureFaults() {
  const faults = useContext(PageErrors).list.filter(({ name }) => name.startsWith('rule['));
  if (faults.length === 0) return null;
  return (
    <ul class="field-error">
      {faults.map(({ name, message }) => (
        <li key={name} id={fieldId(name)} tabIndex={-1}>
          {placeInWords(name)}：{message}
        </li>
      ))}
    </ul>
  );
}

/** `rule[terms][0][bands][1][yen]` as `terms の1番目 › bands の2番目 › yen`. */
const placeInWords = (name: string): string =>
  name
    .slice('rule'.length)
    .replace(/\[(\w+)\]\[(\d+)\]/g, (_, list: string, index: string) => `[${list} の${String(Number(index) + 1)}番目]`)
    .replace(/\]\[/g, ' › ')
    .replace(/^\[|\]$/g, '');

const HELP: readonly (readonly [term: string, words: string])[] = [
  [
    'facts',
    '数えるもの。source は wards（行政区）、figure（担当課の数値）、question（質問の答え）、support-year（支援の年次）。',
  ],
  ['terms', '算定の行。この順に計算して足します。kind は次の6つです。'],
  ['flat', '定額。yen'],
  ['per-unit', '数えるものごと。yen、unit（数えるもの）、unitLabel、less（除くもの）'],
  ['banded', '段に分けて。unit、bands（upTo と yen。最後の段の upTo は null）'],
  ['by-class', '区分ごと。fact（区分で表すもの）、amounts（option と yen）'],
  ['share', '総額からの配分。pool、rate、part（数えるもの、または null で等分）、whole'],
  ['rate', '補助率。rate（[2, 3] は3分の2）、of（科目、または "all"）'],
  ['when', '行を使う条件。fact と、is、atLeast、atMost のどれか'],
  ['cap、timesPerYear', 'その行だけの上限と、1年度に使える回数'],
  ['deductions', '対象経費から差し引くもの。otherIncome、taxCredit、article'],
  ['caps', '合計の上限。kind は yen または share-of-cost'],
  ['rounding', '端数処理。unit、mode（down、up、half-up）、on（lines、sum）、article'],
  ['overSubscription', '予算を超えるときの按分。method は pro-rata'],
];

const Help = () => (
  <Details summary="書き方">
    <p>
      金額は引用符で囲んだ数字（"570000"）、率は2つの数（[2,
      3]）で書きます。どの行にも名称（label）と根拠条文（article）を書きます。
    </p>
    <dl class="answers">
      {HELP.map(([term, words]) => (
        <div class="answer" key={term}>
          <dt>{term}</dt>
          <dd class="answer-value">{words}</dd>
        </div>
      ))}
    </dl>
  </Details>
);
