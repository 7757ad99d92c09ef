import { LONGEST_LETTER, type LetterContent } from '../../consultations/index.js';
import type { Fault } from '../../kernel/domain-error.js';
import { Radios, Select, TextArea, TextField } from './fields.js';
import { FieldGroup } from './forms.js';
import { unanswered } from './sent-form.js';
import { typedText } from './typed-text.js';

export const YES_NO = (yes: string, no: string) => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

/** What a letter to the head of the town says, and to whom its answer goes; for residents, and for staff who copy paper. */
export function LetterFields({
  topics,
  typed,
  onPaper = false,
}: {
  topics: readonly string[];
  typed: unknown;
  onPaper?: boolean;
}) {
  const value = (name: string): string => typedText(typed, name);
  return (
    <>
      <Select
        name="topic"
        label="分野"
        required
        hint="いちばん近いものを選んでください。迷うときは「その他」でかまいません。"
        value={value('topic')}
        options={topics.map((topic) => ({ value: topic, label: topic }))}
      />
      <TextField
        name="subject"
        label="件名"
        required
        value={value('subject')}
        most={60}
        hint="例：駅前の歩道について"
      />
      <TextArea name="body" label="手紙の内容" required rows={10} value={value('body')} most={LONGEST_LETTER} />
      <Radios
        name="wantsAnswer"
        label="回答"
        required
        value={value('wantsAnswer')}
        options={YES_NO('回答がほしい', '回答はいらない')}
      />
      <FieldGroup
        legend="あなたについて"
        hint={
          onPaper ? '手紙に書かれているものだけを写してください。' : '回答がいらないときは、書かなくてもかまいません。'
        }
      >
        <TextField
          name="name"
          label="氏名"
          hint={onPaper ? undefined : '回答がほしいときは必要です。'}
          value={value('name')}
          autocomplete="name"
        />
        <TextField
          name="mail"
          label="メールアドレス"
          type="email"
          hint={onPaper ? undefined : '回答がほしいときは、メールアドレスか住所のどちらかが必要です。'}
          value={value('mail')}
          autocomplete="email"
        />
        <TextField
          name="address"
          label="住所"
          hint={
            onPaper ? undefined : 'メールアドレスがないときは、回答を郵便でお送りします。郵便番号から書いてください。'
          }
          value={value('address')}
          autocomplete="address-line1"
        />
      </FieldGroup>
      <Radios
        name="mayPublish"
        label="手紙と回答の公表"
        required
        hint="ほかの方の参考になるように、手紙と回答をこのページで公表することがあります。氏名や住所は載せません。"
        value={value('mayPublish')}
        options={YES_NO('公表してもよい', '公表しないでほしい')}
      />
    </>
  );
}

/** A letter as it was typed into these fields. */
export const letterIn = (body: unknown): LetterContent => ({
  topic: typedText(body, 'topic'),
  subject: typedText(body, 'subject'),
  body: typedText(body, 'body'),
  wantsAnswer: typedText(body, 'wantsAnswer') === 'yes',
  mayPublish: typedText(body, 'mayPublish') === 'yes',
  name: typedText(body, 'name'),
  mail: typedText(body, 'mail'),
  address: typedText(body, 'address'),
});

/** Questions among them that were left unanswered. */
export const letterShapeFaults = (body: unknown): Fault[] => [
  ...unanswered(body, 'wantsAnswer', 'consultations.wants-answer-missing'),
  ...unanswered(body, 'mayPublish', 'consultations.may-publish-missing'),
];
