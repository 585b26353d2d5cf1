#pragma once

#include "core/casework/case.h"

namespace core {

/// What another service may see from a case's first event on: the case and the records it needs.
struct CaseShared {
    static constexpr const char* type = "case.shared";
    QString with; ///< service
    QStringList subjects; ///< beside the case itself, as "person:UUID"

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("with", s.with);
        v("subjects", s.subjects);
    }
};

/// "person:UUID", and back.
QString subjectText(const Subject& subject);
std::optional<Subject> subjectFrom(const QString& text);

/// What is still to be shared so that every service that the case was ever proposed to, or told
/// of, the one that gave it and `also` (none: nobody else) see it whole: the case, its person and
/// its contacts. Once anybody does, so do the service that began it and the responsible one. HO-5.1
/// What must stay private lies on other subjects.
std::vector<CaseShared> sharingOwed(const Case& record, const QString& also);

struct Decision;
class Records;
struct Context;

/// Adds the sharing that a decision calls for.
void addSharing(Decision& decision, const Context& context);

}
