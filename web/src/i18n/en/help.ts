/** What each screen is for, and what comes next; three to six sentences each. */
export const help = {
  title: (screen: string) => `About “${screen}”`,
  next: 'Go on to the screen that comes next',
  page: { '/': 'The catalogue', '/verify': 'The page that checks badges', '/api/docs': 'The reference of the API' },
  topics: {
    home: 'Here is everything you have begun, the most urgent first. “Go on” takes you to where you stopped. Below you see what is due soon, new feedback and the badges you earned. If there is nothing yet, look for a micro-credential in the catalogue and enrol.',
    enroll:
      'You are about to take a place in an offering. Read when it runs, how much time it takes and what you hand in at the end. If all seats are taken, you go onto the waiting list and hear from us when one is free. After you enrol, the first course is open at once or on the day that is named.',
    journey:
      'This is your way through the micro-credential: the courses in their order, then the project, then the badge. What is closed says what opens it. The percentage counts finished activities and never falls. Open the next stone to go on, or plan your hours in the calendar.',
    activity:
      'This is one activity of a course. Read, watch or answer; your place and everything you type are kept, also without a network. The outline beside it shows what is done, and the arrows go to the neighbours. You may write notes while you read; only you see them.',
    project:
      'The project is the graded work at the end. Read the task and the rubric first: assessors judge by nothing else. Your draft is saved as you type, and files keep uploading while you go on. When you hand in, that version is kept as it is. Feedback appears here, and if the work is returned you improve it and hand in again.',
    weeks:
      'Here are your deadlines and the study hours that you planned, week by week. Choose the days on which you want to learn, and what is left is spread over them. When you finish something sooner, the plan follows by itself. With the private address, another calendar shows the same; treat it like a password.',
    month:
      'The whole month at a glance: deadlines, openings and planned hours. Choose a day to see what is on it. Times are those of your own time zone, which you choose in your account. To change how your hours are spread, go back to the weeks.',
    notes:
      'All notes that you wrote while studying, in one place. Nobody else reads them, not even your instructors. They stay when an offering ends. Search for a word, or follow a note back to the page where you wrote it.',
    notifications:
      'What you were told, the newest first. Each line leads to what it is about. Mark one as unread if you want to come back to it. What you hear of, and whether by mail, you choose in the settings.',
    notificationSettings:
      'Choose for each kind of news whether you hear of it here, by mail, both or not at all. Letters about your account and your password come in any case, because without them you could be locked out. Changes count at once. Mails are written in the language and time zone of your account.',
    badges:
      'Every badge that you earned stands here. You alone decide who sees it: nobody, who has a link, or everybody. Open one to share it, print it or take it into a wallet. With several of them you can make a portfolio page.',
    badge:
      'This is one of your badges, as an employer would see it. Share it by a link that you can end, download it as a picture or certificate, or take it into a wallet. Anybody who has the address or a file can check that it is genuine. If your name on it is wrong, ask the office for a correction. A new form keeps the same address.',
    portfolio:
      'A portfolio is one page of badges that you choose, in your order, with a few words of yours. Nobody sees it until you publish it. You may take it back at any time. What you change counts when you save it.',
    account:
      'How you are called here, in which language and time zone. Letters and deadlines follow both. The address is what you sign in with; a new one counts when you open the link that is sent there. What is signed in a badge does not change with your name: ask for a correction on the page of the badge.',
    security:
      'Choose a password and see where you are signed in. If you do not know one of the devices, end its session and choose a new password. All other devices are signed out when you do. A password of a few unrelated words is easy to remember and hard to guess. If courses in an LMS open this account, you see which, and can unlink them.',
    programs:
      'Here you give a program of yours access to what you may do. A token is shown once: keep it like a password and give it only the scopes that the program needs. Above are the services you let read or keep your badges. End what you do not use any more; it stops working at once.',
    privacy:
      'You have a right to all that is held about you. Ask for the archive here; it takes a few minutes, and a letter tells you when it is ready. Fetch it within a week, after which it is deleted. It holds a readable page and every file that you handed in. You can also have everything erased; you then have two weeks to change your mind.',
    studio:
      'Here micro-credentials are made: short courses, then a project, then a badge. Begin an empty one, duplicate an existing one, or import a course from elsewhere. Drafts can be changed at any time and are seen by nobody else. When everything is there, publish an edition.',
    imports:
      'Bring in courses that exist already, such as a folder of lessons or an exported package. The package is checked first, and nothing is changed before you have seen the report. Errors have to be mended; warnings are yours to judge. Afterwards you find everything in the studio, as a draft.',
    oneImport:
      'This is what was found in your package, line by line. Errors keep it from being imported, and warnings do not. When it looks right, import it: all of it comes in, or nothing does. Then go on editing in the studio.',
    outline:
      'The outline is the whole micro-credential from above: courses, their activities, and the project. Drag to change the order, or use the arrows with the keyboard. Open a line to edit it. The checks tell you what is missing before you can publish, and the preview shows it as a learner would see it.',
    details:
      'What learners and employers read before anything else: title, skills, outcomes, level and workload. Be concrete, because this text is signed into the badge. Alignments connect your skills to public frameworks, so that other systems understand them. All of it is saved as you type.',
    rules:
      'Rules decide when a course opens and what is enough to be ready for the project. Without any, everything is open from the start. Prefer few rules: each one is a door that somebody may stand before. The preview shows how they work for a new learner.',
    projectEditor:
      'Describe the graded work and how it is judged. Learners read task and rubric from their first day on. Each criterion has ratings with points, and the pass rule says how many are enough. Try the rubric out before you publish, because an edition cannot be changed afterwards.',
    badgeDesign:
      'The badge is a picture that people recognise and a signed statement behind it. Choose shape, colours and words; contrast is checked for you. Use a picture of your own if you have one. What is published keeps its badge, and changes count from the next edition on.',
    activityEditor:
      'This is one activity: a page, a video, a file or a quiz. Write on the left and see on the right what learners get. Everything is saved as you type, and if a colleague changes the same page you see both versions. Say how many minutes it takes, because plans are made of them.',
    publish:
      'Publishing freezes the draft as an edition that learners can rely on. The list shows what is still missing, each with the way to the place. If there was an edition before, you see what changes and for how many learners. People who have begun stay on their edition, unless you move them. Next comes an offering with dates and seats.',
    editions:
      'Each edition is a published version that never changes. Compare two of them, or the latest with your draft. Stricter and easier rules are marked, because they matter to people on their way. Learners can be moved to a later edition, and nothing that they achieved is lost.',
    learners:
      'Where everybody is on the way: in which activity, at the project, waiting for an assessor, or done. Choose a station to see the names. Many people at one place may mean that it is too hard or not clear. You see only the offerings that you teach.',
    requalification:
      'A later edition may be easier than the one somebody failed. Here you see who would pass by its rules today. Look at each, then award those that you confirm. Nobody loses anything, and every step is kept in the audit log.',
    queue:
      'Work that was handed in waits here, the oldest first. “Take next” gives you one that nobody else is looking at. It stays yours while you work on it and goes back if you leave it. Where two assessors judge independently, you see the other verdict only after yours.',
    grading:
      'The work is in the middle, the rubric on the right. Pick a rating for each criterion and write what would help; notes are saved as you go. Comments that you use often can be kept in your bank. A verdict is final when you confirm it, and the learner hears of it at once. A returned project comes back as a new attempt with the earlier ones beside it.',
    overview:
      'How all offerings are doing, in a handful of numbers. Every number leads to the people behind it. At risk means that a deadline comes near and little is done. Choose an offering or a time to look closer.',
    overviewLearners:
      'The people behind a number of the overview. Filters are in the address, so you can send it to a colleague. Open a line to see the whole way of one person. From there you extend a deadline or withdraw somebody.',
    offerings:
      'An offering is a run of a published micro-credential: with dates, seats and staff. Running and coming ones stand first. Open one to enrol people, change its deadlines or name who teaches and assesses. Make a new one when an edition is published.',
    offeringCalendar:
      'What begins, what ends, and when enrolment opens and closes, over all offerings. Choose a day to see what is on it; the list below has the whole month, with how full each offering is. Days and times are those where your institution is. Offerings that were called off are left out.',
    newOffering:
      'Choose an edition and say when it runs, how many seats there are and when the project is due. Deadlines can be a fixed day or some days after somebody begins. With open enrolment it appears in the catalogue at once. All of this can be changed later, except the edition of those who have begun.',
    offering:
      'Everything about one run: dates, seats, staff and everybody who has a place. Enrol people one by one or from a file. A free seat goes to the first on the waiting list by itself. Open a person to see how far they are or to give them more time. At the end stand links, and a card, for systems that do not speak LTI.',
    enrollment:
      'One person in one offering, from the first day to the badge. You see what is done, what was handed in and what was decided. Give more time or accommodations here; the reason is kept. A withdrawal keeps everything that was done, and the person can come back.',
    enrollmentImports:
      'Enrol many people from a CSV file. It is read and checked first, row by row, and nothing happens before you confirm. New people get an account and a letter. Rows with a fault are listed with what to do, and you may send the same file again without doubling anybody. You can leave while it runs.',
    people:
      'Everybody who belongs to the institution and what they may do. Invite somebody, give or take a role, or suspend a membership. Somebody suspended loses nothing and can do nothing until they are reinstated. At least one administrator has to remain.',
    firstSteps:
      'The way from an empty Cairn to the first badge, step by step. Each step shows whether it is done and leads to its screen. You may do them in any order and leave out what you do not need. When a first badge is issued, this page has done its work.',
    letters:
      'All that Cairn writes to people by mail: what, when and to whom. Every letter goes out in the language of its reader and works without any change. Put one in your own words if you like, in each language. Signature and footer stand in all of them, so begin there.',
    letter:
      'Write subject and text of a letter in your own words. Words in double braces stand for something, such as the name of the reader; the buttons put them in. The preview shows it with made-up people, also dark and on a phone. Send it to yourself before you save. You can go back to Cairn’s words at any time, and earlier versions are kept.',
    completions:
      'Who completed what, and when: the newest first. Filter by offering and time, and download the same as a file for your records. A completion comes from a final passed verdict and from nothing else. The badge follows within minutes.',
    credentials:
      'Every credential that was issued, with its state. Search for a person or filter by micro-credential. Open one to see its history, send the letter again, suspend or revoke it. The tabs lead to requests for corrections and to what was earned before Cairn.',
    credential:
      'One signed statement about one person, with all that happened to it. Suspending takes it back for a while; revoking is for good, and both need a reason. Whoever checks the badge sees it within minutes. A correction issues a new form at the same address.',
    requests:
      'Learners ask here for the name on a badge to be put right. Accept it, and the badge is signed anew at the same address. If you decline, write why: the learner gets your answer by mail. The oldest request stands first.',
    revocations:
      'Many credentials can be taken back at once, for example after a mistake in one offering. Nothing happens until the day that you name, and until then you may call it off. Everybody affected is listed first. Reasons are kept in the audit log.',
    historic:
      'Give badges for what people earned before there was Cairn. Upload a list; each row is checked, and nothing is issued before you confirm. Such a badge says that it was recorded by the office and on which day it was earned. Letters are sent only if you want them.',
    endorsements:
      'An endorsement is a signed word of one organisation about another, or about a badge. Received ones wait here for you to accept them; accepted ones show on your public pages. Under “Given” you endorse somebody else. Anybody can check both.',
    audit:
      'Every change, who made it and about whom. Nothing here can be changed or deleted, and a chain of checksums shows that nothing was. Filter by person, kind or time, and download what you need. Texts that people wrote are not in it, only what happened.',
    institution:
      'How your institution presents itself: name, description, accreditation and contact. Learners and employers read it on pages and in badges. Language and time zone count for everybody who has chosen none. Badges that were issued keep what they said on their day.',
    look: 'Colours, logo and signatures for pages, certificates and this application. Colours that cannot be told apart are refused, because somebody would not be able to read. The sample shows a certificate in your look. Everything counts from now on, also for badges that exist.',
    badgeLetters:
      'Decide whether a letter about a new badge encloses its picture and the certificate. People then have both in their mailbox, and letters become larger. Where a mail server refuses that, the link alone is sent. The words of all letters are on a screen of their own.',
    keys: 'Keys sign your badges. Nothing has to be done here from day to day. Begin a new key once a year or when somebody leaves who had access to the server; old badges stay valid. If a key may have been stolen, report it: everything that it signed is then signed anew.',
    forms:
      'In which signed forms badges can be had besides the usual one. Some wallets and programs need another signature. Each form costs a little time when a badge is issued. Leave it as it is unless a partner asks for one.',
    roster:
      'Every place of every offering in one list. Narrow it by the filters above; they stand in the address, so you can keep or send it. Mark some places, or take all that the filter finds, and do one thing for all of them: you see first what would become of each. The list can be downloaded as it is.',
    acts: 'What was done to many places at once, or written to many. Before it begins you see which places it would change and why others stay as they are. While it runs you may leave; it goes on. A withdrawal or a move can be undone for a day, as far as the seats are still free.',
    erasures:
      'People may ask that what is held about them is erased. They have two weeks to change their mind; then it happens by itself. You can ask for somebody who wrote a letter, and you may refuse only for a reason that the law gives. What stays is the bare record of an award, without a name.',
    retention:
      'How long things are kept that nobody needs for ever: drafts that were never handed in, notices, letters, sessions. Look first at what a change would delete; then save it. It is carried out once a day. Badges, verdicts and the audit log are not touched.',
    platforms:
      'Here Cairn gets to know your learning-management system, by LTI 1.3. Make a link and give it to whoever looks after the LMS; once they have opened it there, teachers can add Cairn to their courses. A deployment is a place in the LMS where Cairn was put: the first is taken by itself, others wait for you. Under Courses stands where Cairn was opened and who is in there, as the LMS says. Nobody who comes from there can do more here than what the LMS says of them in that course. At the end you name sites without LTI that may show a card of an offering.',
    webhooks:
      'A webhook tells another of your systems at once what happened here, such as an enrolment or a badge. Add its address, choose what it hears of, and give it the secret, which is shown once: with it the other side checks that a message is ours. What could not be delivered is tried again for three days and can be sent again by hand.',
    health:
      'Whether everything behind the screens works: the queue, mail, storage and what runs by the clock. Each line says what is wrong and what to do. What was given up after many tries can be tried again from here. Nothing on this page changes what learners see.',
  },
};
