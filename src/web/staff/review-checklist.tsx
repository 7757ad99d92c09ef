import type { ReviewItem, ReviewView } from '../../reviews/index.js';
import { Details, fieldId, Hidden, Moment, Radios, Section, StatusTag, TextField } from '../shared/index.js';

const ANSWER_LABEL = { yes: 'はい', no: 'いいえ', 'not-applicable': '該当なし' } as const;
const CHOICES = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
  { value: 'not-applicable', label: '該当なし' },
];

/** What people answer; answered items say who and when. */
export function ManualChecks({ review, editable }: { review: ReviewView; editable: boolean }) {
  const items = review.items.filter((item) => !item.automatic);
  return (
    <Section title="職員が確かめる項目">
      {items.map((item) =>
        editable ? <ManualItem item={item} key={item.id} /> : <AnsweredItem item={item} key={item.id} />,
      )}
    </Section>
  );
}

/** What answers itself, with its reason: folded away while all is well, open as soon as one item is not fulfilled. */
export function AutomaticChecks({ review, editable }: { review: ReviewView; editable: boolean }) {
  const items = review.items.filter((item) => item.automatic);
  const unfulfilled = items.filter(({ answer }) => answer !== 'yes').length;
  const summary =
    unfulfilled === 0
      ? `${String(items.length)}項目すべて適`
      : `${String(items.length)}項目のうち${String(unfulfilled)}項目が否`;
  return (
    <Section title="自動で確かめた項目">
      <Details summary={summary} open={unfulfilled > 0}>
        <ul class="checks">
          {items.map(({ id, answer, text, remark, article, found }) => (
            <li {...(!(found && editable) && { id: fieldId(`answers.${id}`), tabIndex: -1 })} key={id}>
              <p class="check-text">
                <StatusTag tone={answer === 'yes' ? 'success' : 'danger'}>{answer === 'yes' ? '適' : '否'}</StatusTag>{' '}
                {text}
              </p>
              <p class="hint">
                {remark}
                {article !== '' && `（${article}）`}
              </p>
              {found && editable && <OtherAnswer id={id} text={text} why={found.why} />}
            </li>
          ))}
        </ul>
      </Details>
    </Section>
  );
}

/** The system found nothing; staff who know better answer otherwise. Chosen again, the first choice takes it back. */
const OtherAnswer = ({ id, text, why }: { id: string; text: string; why: string }) => (
  <Details summary={`別の答えにする：${text}`}>
    <Hidden name={`seen[${id}]`} value={why} />
    <Radios
      name={`answers[${id}]`}
      label={text}
      labelHidden
      inline
      options={[{ value: '', label: '自動の答えのまま' }, ...CHOICES]}
      value=""
    />
    <TextField name={`remarks[${id}]`} label="備考" value="" />
  </Details>
);

/** What the system found, above the answer that it asks for. */
const Finding = ({ id, found }: { id: string; found: NonNullable<ReviewItem['found']> }) => (
  <>
    <Hidden name={`seen[${id}]`} value={found.why} />
    <p>
      <StatusTag tone={found.fulfilled ? 'success' : 'warning'}>
        {found.fulfilled ? '自動：適' : '自動：要確認'}
      </StatusTag>{' '}
      {found.why}
    </p>
  </>
);

function ManualItem({ item }: { item: ReviewItem }) {
  return (
    <div class="check">
      {item.found && <Finding id={item.id} found={item.found} />}
      <Radios
        name={`answers[${item.id}]`}
        label={item.text}
        hint={item.article === '' ? undefined : item.article}
        required
        inline
        options={
          item.found
            ? [...CHOICES, { value: '', label: item.found.fulfilled ? '自動の答えに戻す' : 'まだ答えない' }]
            : CHOICES
        }
        value={item.answer}
      />
      <TextField
        name={`remarks[${item.id}]`}
        label="備考"
        hint={item.found ? '確かめた結果を書きます。' : '「該当なし」のときは理由を書きます。'}
        value={item.remark}
      />
      <AnsweredBy item={item} />
    </div>
  );
}

const AnsweredItem = ({ item }: { item: ReviewItem }) => (
  <div class="check">
    <p class="check-text">
      {item.text}（{item.article}）：<strong>{item.answer ? ANSWER_LABEL[item.answer] : '未回答'}</strong>
    </p>
    {item.found && <p class="hint">自動で見つかったこと：{item.found.why}</p>}
    {item.remark !== '' && <p>{item.remark}</p>}
    <AnsweredBy item={item} />
  </div>
);

const AnsweredBy = ({ item: { by, at } }: { item: ReviewItem }) =>
  by === null || at === null ? null : (
    <p class="hint">
      {by}　
      <Moment at={new Date(at)} />
    </p>
  );
