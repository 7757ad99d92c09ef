import { LONGEST_WORDS, shownWords, WORD_FIELDS, WORD_LABEL, type TownWords } from '../../../records/index.js';
import { Button, ButtonLink, ButtonRow, Form, TextArea, type Viewer } from '../../shared/index.js';
import { StaleComparison } from '../../shared/stale-comparison.js';
import { PlainText, PLAIN_TEXT_HINT } from '../../shared/text-blocks.js';
import { Preview } from './preview.js';

interface WordsFormProps {
  readonly viewer: Viewer;
  readonly typed: TownWords;
  readonly version: number;
  /** What somebody else saved since the page was opened; null when nobody did. */
  readonly saved: TownWords | null;
  readonly previewed: boolean;
}

const HINT: Readonly<Record<keyof TownWords, string>> = {
  lead: 'このページで何ができるかを、1〜2文で書きます。',
  summary: '入口のページに載ります。くわしい説明は「協働とは」のページに書きます。',
  about: PLAIN_TEXT_HINT,
  applying: '受け付けているものの下に載ります。窓口の場所や受付時間も書けます。',
  accessibility: PLAIN_TEXT_HINT,
  privacy: PLAIN_TEXT_HINT,
};

const ROWS: Readonly<Record<keyof TownWords, number>> = {
  ...{ lead: 2, summary: 5, about: 20, applying: 5, accessibility: 12, privacy: 12 },
};

/** The town's own words, with a look at them before they are out. */
export function WordsFormPage({ viewer, typed, version, saved, previewed }: WordsFormProps) {
  return (
    <>
      {saved && (
        <StaleComparison
          rows={WORD_FIELDS.map((field) => ({ label: WORD_LABEL[field], kept: saved[field], typed: typed[field] }))}
        />
      )}
      {previewed && <WordsPreview viewer={viewer} words={shownWords(typed)} />}
      <Form action={viewer.url('staff/public-face/words')} version={version}>
        {WORD_FIELDS.map((field) => (
          <TextArea
            name={field}
            label={WORD_LABEL[field]}
            hint={`${HINT[field]}空欄のときは、どの自治体にも合う文が出ます。`}
            rows={ROWS[field]}
            most={LONGEST_WORDS[field]}
            value={typed[field]}
            key={field}
          />
        ))}
        <ButtonRow>
          <Button>公開する</Button>
          <Button kind="secondary" name="act" value="preview">
            公開せずに見え方を確かめる
          </Button>
          <ButtonLink kind="quiet" href={viewer.url('staff/public-face')}>
            保存せずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}

const WordsPreview = ({ viewer, words }: { viewer: Viewer; words: TownWords }) => (
  <>
    <Preview title="入口のページの見え方（まだ公開していません）">
      <p class="preview-heading">{viewer.town.name}の地域づくり</p>
      <p class="lead">{words.lead}</p>
      <PlainText text={words.applying} level={2} />
      <p class="preview-heading">協働とは</p>
      <PlainText text={words.summary} level={2} />
    </Preview>
    <Preview title="「協働とは」のページの見え方（まだ公開していません）">
      <PlainText text={words.about} level={2} />
    </Preview>
    <Preview title="「アクセシビリティ方針」のページの見え方（まだ公開していません）">
      <PlainText text={words.accessibility} level={2} />
    </Preview>
    <Preview title="「個人情報の扱い」のページの見え方（まだ公開していません）">
      <PlainText text={words.privacy} level={2} />
    </Preview>
  </>
);
