import type { Acknowledgement } from '../../acknowledgements/index.js';
import { ButtonLink } from './buttons.js';
import { Notice } from './feedback.js';
import { Day, Prose } from './values.js';
import type { Viewer } from './viewer.js';

const REPLY: Readonly<Record<'instruction' | 'word', string>> = {
  instruction: '担当課からの指示',
  word: '担当課からの連絡',
};

/** What the town has answered, for the organisation that told it: by letter, in short here. */
export const ToldAnswer = ({ viewer, answer }: { viewer: Viewer; answer: Acknowledgement | null }) =>
  answer && (
    <Notice
      tone={answer.kind === 'accident-report' ? 'warning' : 'success'}
      title={answer.kind === 'accident-report' ? '担当課から指示が出ています' : '担当課から通知書が届いています'}
    >
      {answer.reply !== '' && (
        <>
          <p>{REPLY[answer.kind === 'accident-report' ? 'instruction' : 'word']}：</p>
          <Prose text={answer.reply} />
        </>
      )}
      <p>
        <Day date={answer.issuedOn} />　{answer.letterNumber}
      </p>
      <ButtonLink small kind="secondary" href={viewer.url(`committee/letters/${answer.letterId ?? ''}`)}>
        通知書を見る
      </ButtonLink>
    </Notice>
  );
