import {
  LONGEST_DISTRICT_WORDS,
  type DescribedDistrict,
  type DistrictWordsCommand,
} from '../../../../organizations/index.js';
import { Button, ButtonLink, ButtonRow, EmptyState, Form, TextArea, type Viewer } from '../../../shared/index.js';
import { districtTitle } from '../../../shared/district-words.js';
import { StaleComparison } from '../../../shared/stale-comparison.js';

interface Props {
  readonly viewer: Viewer;
  readonly kept: readonly DescribedDistrict[];
  readonly typed: readonly DistrictWordsCommand[];
  /** Somebody else saved since the page was opened. */
  readonly isStale: boolean;
}

/** One field for each 校区, in the order of the town. */
export function DistrictWordsPage({ viewer, kept, typed, isStale }: Props) {
  if (kept.length === 0) {
    return (
      <EmptyState title="校区はまだありません。">
        <p>「団体」のページで校区を加えると、ここで紹介を書けます。</p>
      </EmptyState>
    );
  }
  const typedOf = ({ id, about }: DescribedDistrict): string => typed.find((each) => each.id === id)?.about ?? about;
  const versionOf = ({ id, version }: DescribedDistrict): number =>
    isStale ? version : (typed.find((each) => each.id === id)?.version ?? version);
  return (
    <>
      {isStale && (
        <StaleComparison
          rows={kept.map((each) => ({ label: districtTitle(each.name), kept: each.about, typed: typedOf(each) }))}
        />
      )}
      <Form action={viewer.url('staff/public-face/districts')}>
        {kept.map((each) => (
          <input type="hidden" name={`version-${each.id}`} value={String(versionOf(each))} key={each.id} />
        ))}
        {kept.map((each) => (
          <TextArea
            name={`about-${each.id}`}
            label={`${districtTitle(each.name)}の紹介`}
            hint="場所、まちの様子、大切にしていることなど。空欄のときは何も出ません。"
            rows={4}
            most={LONGEST_DISTRICT_WORDS}
            value={typedOf(each)}
            key={each.id}
          />
        ))}
        <ButtonRow>
          <Button>公開する</Button>
          <ButtonLink kind="quiet" href={viewer.url('staff/public-face')}>
            保存せずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
