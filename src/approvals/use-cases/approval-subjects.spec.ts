import { describe, expect, it } from '@jest/globals';
import { DRAFTED_ACTS } from '../../staff/index.js';
import { ApprovalSubjects, type ApprovalSubject } from './approval-subjects.js';

const subject = (kind: string): ApprovalSubject => ({
  kind,
  lock: () => Promise.resolve(),
  present: () => Promise.reject(new Error('nothing to present')),
  drafted: () => Promise.resolve(),
  approved: () => Promise.resolve(),
  released: () => Promise.resolve(),
});

describe('the kinds of case that can be decided', () => {
  it('stop the start while one is missing, and name it', () => {
    const subjects = new ApprovalSubjects();
    for (const act of DRAFTED_ACTS.filter((each) => each !== 'payment-order')) subjects.register(subject(act));
    expect(() => {
      subjects.onApplicationBootstrap();
    }).toThrow('approval subjects missing: payment-order');
    subjects.register(subject('payment-order'));
    subjects.onApplicationBootstrap();
  });

  it('stop the start when the registry of acts does not know one', () => {
    const subjects = new ApprovalSubjects();
    for (const act of [...DRAFTED_ACTS, 'parade']) subjects.register(subject(act));
    expect(() => {
      subjects.onApplicationBootstrap();
    }).toThrow('no act of the registry asks for: parade');
  });

  it('are registered once', () => {
    const subjects = new ApprovalSubjects();
    subjects.register(subject('grant-decision'));
    expect(() => {
      subjects.register(subject('grant-decision'));
    }).toThrow('registered twice');
  });
});
