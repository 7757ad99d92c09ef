import { type ProgramVersion } from '../../programs/index.js';
import { StatusTag } from '../shared/index.js';

const STATE_TAGS = {
  draft: <StatusTag tone="neutral">下書き</StatusTag>,
  published: <StatusTag tone="success">公開中</StatusTag>,
  withdrawn: <StatusTag tone="neutral">公開の取消し</StatusTag>,
};

/** 下書き, 公開中, 前の版 or 公開の取消し. */
export const stateTag = ({ state }: ProgramVersion, superseded: boolean) =>
  superseded ? <StatusTag tone="neutral">前の版</StatusTag> : STATE_TAGS[state];
