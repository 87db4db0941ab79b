/** Whose account a launch is, and what is held about who launches. */
export const account = {
  account: {
    steps: {
      own: {
        title: 'An account of your own',
        lead: (name: string, platform: string, email: string) =>
          `What you do in ${platform} as “${name}” becomes an account of your own, with ${email}. All that you did stays, and your badges are yours after the course is over.`,
        button: 'Make it my account',
      },
      link: {
        title: 'Link your account',
        lead: (name: string, platform: string, email: string) =>
          `You have an account with ${email}. What you do in ${platform} as “${name}” becomes part of it from now on.`,
        button: 'Link my account',
      },
      refused: {
        title: 'This cannot be done',
        lead: (name: string, platform: string) => `It is about what you do in ${platform} as “${name}”.`,
        button: '',
      },
    },
    whatItMeans: (platform: string) =>
      `Whoever opens the course in ${platform} under your name is in your account then, as a learner: they see what you learn and your badges there. Whatever else you are here, you are not by ${platform}. You can undo it in your account, under Signing in.`,
    refusals: {
      suspended: 'One of the two accounts is suspended. Ask the institution.',
      recorded:
        'There is an account with this address. But what you did in the course so far says who did it, and cannot be moved to another account. Ask once more in the course, with another address: what you did becomes an account of its own.',
      settled: 'You have an account of your own by now. Sign in to it.',
    },
    code: 'Code',
    codeHint: (platform: string) => `The six digits that ${platform} showed when you asked.`,
    newPassword: 'New password',
    newPasswordHint: 'At least 8 characters. A few unrelated words work well.',
    password: 'Password of your account',
    forgotten: 'Forgot the password, or never had one?',
    ignore: 'If you did not ask for this, close the page. Nothing happens then.',
    somebodyElse: 'You are signed in here as somebody else. Sign out first, and open the link again.',
    signOut: 'Sign out',
    notValid: 'This link cannot be used',
    settled: {
      own: {
        title: 'It is your account',
        text: 'From now on you can sign in with your e-mail address and password, also when the course is over. In the course everything goes on as before.',
      },
      link: {
        title: 'Your account is linked',
        text: 'Open the link in your course once more: you are in your own account there.',
      },
    },
    toAccount: 'Go to my account',
  },
  held: {
    title: 'What Cairn holds about you',
    nobody: 'Nothing: you have not opened anything of Cairn by this platform yet.',
    account:
      'You have an account of your own, which this platform opens. What is in it is shown to who signs in to it, and not here: it is yours, and not the platform’s.',
    guest: (name: string) => `Under the name “${name}” and the name that your platform has for you, this is kept:`,
    counts: {
      places: 'places in courses',
      facts: 'steps of learning',
      quizzes: 'quizzes you took',
      drafts: 'works begun',
      submissions: 'works handed in',
      notes: 'notes',
      badges: 'badges',
    },
    besides:
      'Besides: when you were here and with which browser, verdicts and feedback about what you handed in, files of yours, and the grades that your platform was told.',
    rightsTitle: 'How to get it, or have it erased',
    rights: (institution: string) =>
      `In your course, choose “Keep what you do here” and make it an account of your own: it collects all of it for you in one archive, and there you can have it erased, under Privacy. Or write to ${institution}, who do it for you.`,
    rightsOfAccount:
      'Sign in to your account. Under Privacy, it collects all of it in one archive, and there you can have it erased.',
    toPrivacy: 'To my account',
  },
};
