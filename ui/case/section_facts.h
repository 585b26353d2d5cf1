#pragma once

#include "core/casework/case.h"
#include "core/person/person.h"
#include "core/profile/profile.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ui {

/// A line of a section: what it is, its words, how they are dressed (parts.h).
struct SectionFact {
    QString name;
    QString words;
    const char* role = "";
};

using SectionFacts = std::vector<SectionFact>;

/// What a section needs to read.
struct SectionSource {
    const core::Case& record;
    const core::Person* person;
    const core::Profile& profile;
    core::Instant now;
    QSet<QString> awaited; ///< hashes of attached files that are not here
};

/// A command that adds to a section, by the words on its key.
struct SectionAct {
    QString command;
    QString words;
};

/// One section of a case: its facts and the commands that add to them.
struct Section {
    QString title;
    QString whenEmpty;
    std::vector<SectionAct> acts;
    SectionFacts (*facts)(const SectionSource& source);
    bool holdsFiles = false; ///< the attached files are opened from here
};

/// In the order of the work: tasks, referral, alternatives, people to attend, nearest relative,
/// assessment, bed, documents, handover.
const std::vector<Section>& caseSections();

}
