#include "core/frontdoor/limited_view.h"

#include "core/command/field_spec.h"
#include "core/contact/contact.h"
#include "core/frontdoor/limited_role.h"

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::optional<Refusal> refusal(
    const User* user, const Profile& profile, const QString& field, const QString& what)
{
    return Refusal{u"S3-iii"_s, field,
        u"A %1 does not see %2: it is for officers."_s.arg(
            limitedRole(profile, user->roles)->name.toLower(), what),
        u"Put the caller through, or promise that an officer rings back; `list cases` tells which "
        "service is responsible."_s};
}

bool isOpenTo(SubjectKind kind)
{
    constexpr std::array kinds{SubjectKind::Contact, SubjectKind::Person, SubjectKind::Alert,
        SubjectKind::Duty, SubjectKind::Shift, SubjectKind::User, SubjectKind::Desk,
        SubjectKind::Profile};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}

bool isLimited(const User* user, const Profile& profile)
{
    return user && limitedRole(profile, user->roles);
}

std::optional<Refusal> refuseToRead(const User* user, const Profile& profile, SubjectKind kind)
{
    if (!isLimited(user, profile) || isOpenTo(kind))
        return {};
    return refusal(user, profile, u"id"_s, u"what a %1 says"_s.arg(word(kind)));
}

std::optional<Refusal> refuseToList(const User* user, const Profile& profile, const QString& table)
{
    static const QStringList open{u"user"_s, u"person"_s, u"contact"_s, u"case"_s, u"duty"_s,
        u"officer"_s, u"ring_back"_s, u"alert"_s, u"shift"_s, u"warm_transfer"_s,
        u"shift_handover"_s, u"acknowledgement"_s, u"profile"_s, u"visit"_s};
    if (!isLimited(user, profile) || open.contains(table))
        return {};
    return refusal(user, profile, u"kind"_s, u"the list “%1”"_s.arg(table));
}

QStringList hiddenFields(const User* user, const Profile& profile, SubjectKind kind)
{
    if (!isLimited(user, profile))
        return {};
    if (kind == SubjectKind::Person)
        return {u"access_notes"_s, u"risks"_s, u"children"_s, u"nearest_relative"_s, u"open_to"_s,
            u"local_ids"_s, u"ethnicity"_s};
    QStringList hidden;
    if (kind == SubjectKind::Contact)
        for (const FieldSpec& spec : fieldsOf<ContactDetails>())
            if (!limitedRole(profile, user->roles)->mayRecord.contains(spec.name))
                hidden.append(spec.name);
    return hidden;
}

std::optional<Refusal> refuseBooks(const User* user, const Profile& profile)
{
    if (!isLimited(user, profile))
        return {};
    return refusal(user, profile, u"user"_s, u"papers, books and texts about cases"_s);
}

const QStringList& limitedCaseColumns()
{
    static const QStringList columns{u"key"_s, u"of"_s, u"record"_s, u"ref"_s, u"person"_s,
        u"responsible"_s, u"responsible_since"_s, u"opened_at"_s, u"closed_at"_s, u"contested"_s};
    return columns;
}

}
