import { describe, expect, it } from '@jest/globals';
import { PanelSubjects, type PanelSubject } from './panel-subjects.js';

const subject = (kind: string): PanelSubject => ({
  kind,
  words: { thing: kind, party: '団体', reference: '番号', group: '補助制度' },
  tied: () => Promise.resolve(new Map()),
  programmes: () => Promise.resolve([]),
  proposed: () => Promise.resolve([]),
  withdrawn: () => Promise.resolve(new Set()),
});

describe('the kinds of case that a panel judges', () => {
  it('stop the start while one is missing', () => {
    const subjects = new PanelSubjects();
    expect(() => subjects.onApplicationBootstrap()).toThrow('panel subjects missing: application, proposal');
    subjects.register(subject('application'));
    subjects.register(subject('proposal'));
    expect(() => subjects.onApplicationBootstrap()).not.toThrow();
  });

  it('are each spoken of in their own words, and side by side where a panel judges several', () => {
    const subjects = new PanelSubjects();
    subjects.register(subject('application'));
    subjects.register(subject('proposal'));
    expect(subjects.wordsOf(['proposal']).thing).toBe('proposal');
    expect(subjects.wordsOf(['application', 'proposal'])).toMatchObject({
      thing: 'application・proposal',
      party: '団体',
    });
    expect(subjects.wordsOf([]).thing).toBe('application・proposal');
  });

  it('are each provided by one stage', () => {
    const subjects = new PanelSubjects();
    subjects.register(subject('application'));
    expect(() => subjects.register(subject('application'))).toThrow('registered twice');
  });
});
