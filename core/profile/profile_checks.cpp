#include "core/profile/profile_reader.h"

#include "core/text/telephone.h"

#include <QRegularExpression>

namespace core {

using namespace Qt::StringLiterals;

namespace {

class Checks {
public:
    Checks(const Profile& profile, ProfileProblems& problems)
        : m_profile(profile)
        , m_problems(problems)
    {
    }

    void run()
    {
        keysAreUnique();
        services();
        work();
        ladders();
        routes();
        pathways();
        teams();
        contacts();
        roles();
        domains();
    }

private:
    void say(const QString& path, const QString& text, const QString& mend)
    {
        m_problems.push_back({path, text, mend});
    }

    template <typename Part>
    void unique(const std::vector<Part>& parts, const QString& list)
    {
        QStringList seen;
        for (size_t i = 0; i < parts.size(); ++i) {
            if (seen.contains(parts[i].key))
                say(u"%1[%2].key"_s.arg(list).arg(i),
                    u"The key “%1” is used twice in this list."_s.arg(parts[i].key),
                    u"Give each its own key."_s);
            seen.append(parts[i].key);
        }
    }

    template <typename Part>
    static QStringList keysOf(const std::vector<Part>& parts)
    {
        QStringList keys;
        for (const Part& part : parts)
            keys.append(part.key);
        return keys;
    }

    void refers(
        const QString& path, const QString& key, const QString& what, const QStringList& all)
    {
        if (!all.contains(key))
            say(path, u"There is no %1 with the key “%2”."_s.arg(what, key),
                all.isEmpty() ? u"Describe it in this file first."_s
                              : u"Write one of: %1."_s.arg(all.join(u", ")));
    }

    void isService(const QString& path, const QString& key)
    {
        refers(path, key, u"service"_s, keysOf(m_profile.services));
    }

    void keysAreUnique()
    {
        unique(m_profile.councils, u"councils"_s);
        unique(m_profile.services, u"services"_s);
        unique(m_profile.work, u"work"_s);
        unique(m_profile.handoverSlots, u"handoverSlots"_s);
        unique(m_profile.ladders, u"ladders"_s);
        unique(m_profile.teams, u"teams"_s);
        unique(m_profile.contacts, u"contacts"_s);
        unique(m_profile.escalationRoutes, u"escalationRoutes"_s);
        unique(m_profile.pathways, u"pathways"_s);
        unique(m_profile.roles, u"roles"_s);
    }

    void services()
    {
        if (m_profile.services.empty())
            say(u"services"_s, u"There is no service."_s,
                u"Describe at least one service that can be responsible for cases."_s);
        for (size_t i = 0; i < m_profile.services.size(); ++i)
            service(m_profile.services[i], u"services[%1]"_s.arg(i));
    }

    void service(const Service& service, const QString& path)
    {
        email(path + u".email"_s, service.email);
        const QStringList books{u"oncall-record"_s, u"allocation-sheet"_s};
        if (!service.leadRole.isEmpty())
            refers(path + u".leadRole"_s, service.leadRole, u"role"_s, keysOf(m_profile.roles));
        if (service.book.isEmpty())
            return;
        refers(path + u".book"_s, service.book, u"book"_s, books);
        if (service.leadRole.isEmpty())
            say(path + u".leadRole"_s, u"A service with a book needs a coordinator."_s,
                u"Write the key of the role that coordinates its handovers."_s);
        const bool accepts = std::any_of(
            m_profile.roles.begin(), m_profile.roles.end(), [&service](const RoleKind& role) {
                return role.mayAccept
                    && (role.services.isEmpty() || role.services.contains(service.key));
            });
        if (!accepts)
            say(path, u"Nobody may accept responsibility for “%1”."_s.arg(service.key),
                u"Give one of its roles \"mayAccept\": true."_s);
    }

    void work()
    {
        if (m_profile.work.empty())
            say(u"work"_s, u"There is no kind of work."_s,
                u"Describe at least one, with the service that receives it."_s);
        for (size_t i = 0; i < m_profile.work.size(); ++i) {
            const WorkKind& kind = m_profile.work[i];
            isService(u"work[%1].dayService"_s.arg(i), kind.dayService);
            isService(u"work[%1].outOfHoursService"_s.arg(i), kind.outOfHoursService);
        }
        for (size_t i = 0; i < m_profile.handoverSlots.size(); ++i)
            slot(m_profile.handoverSlots[i], u"handoverSlots[%1]"_s.arg(i));
    }

    void slot(const HandoverSlot& slot, const QString& path)
    {
        isService(path + u".from"_s, slot.from);
        isService(path + u".to"_s, slot.to);
        if (slot.kinds.isEmpty())
            say(path + u".kinds"_s, u"This handover carries no kind of work."_s,
                u"List the keys of the kinds that are handed over here."_s);
        for (qsizetype k = 0; k < slot.kinds.size(); ++k)
            refers(u"%1.kinds[%2]"_s.arg(path).arg(k), slot.kinds[k], u"kind of work"_s,
                keysOf(m_profile.work));
    }

    void ladders()
    {
        for (size_t i = 0; i < m_profile.ladders.size(); ++i) {
            const Ladder& ladder = m_profile.ladders[i];
            const QString path = u"ladders[%1]"_s.arg(i);
            if (ladder.rungs.empty())
                say(path + u".rungs"_s, u"This ladder has no rung."_s,
                    u"Add the person to ring first, with the number."_s);
            if (ladder.attemptsBeforeClimb < 1)
                say(path + u".attemptsBeforeClimb"_s, u"The next rung would never be reached."_s,
                    u"Write 1 or more."_s);
            unique(ladder.rungs, path + u".rungs"_s);
            if (!ladder.rungs.empty() && ladder.rungs.front().number.isEmpty())
                say(path + u".rungs[0].number"_s, u"The first rung has no number."_s,
                    u"Write the one number that is to be rung first."_s);
            for (size_t r = 0; r < ladder.rungs.size(); ++r)
                rung(ladder.rungs[r], u"%1.rungs[%2]"_s.arg(path).arg(r));
        }
    }

    void rung(const Rung& rung, const QString& path)
    {
        if (!rung.number.isEmpty())
            number(path + u".number"_s, rung.number);
        if (rung.roles.isEmpty())
            say(path + u".roles"_s, u"Nobody stands on this rung."_s,
                u"List the keys of the roles that may be rung here."_s);
        for (qsizetype i = 0; i < rung.roles.size(); ++i)
            refers(u"%1.roles[%2]"_s.arg(path).arg(i), rung.roles[i], u"role"_s,
                keysOf(m_profile.roles));
    }

    void routes()
    {
        const QStringList kinds{u"form"_s, u"email"_s, u"phone"_s, u"datix"_s, u"complaints"_s};
        const QStringList hours{u"always"_s, u"in_hours"_s, u"out_of_hours"_s};
        for (size_t i = 0; i < m_profile.escalationRoutes.size(); ++i) {
            const EscalationRoute& route = m_profile.escalationRoutes[i];
            const QString path = u"escalationRoutes[%1]"_s.arg(i);
            refers(path + u".kind"_s, route.kind, u"kind of route"_s, kinds);
            if (!route.hours.isEmpty())
                refers(path + u".hours"_s, route.hours, u"word for hours"_s, hours);
            if (!route.contact.isEmpty())
                refers(
                    path + u".contact"_s, route.contact, u"contact"_s, keysOf(m_profile.contacts));
            for (qsizetype c = 0; c < route.contacts.size(); ++c)
                refers(u"%1.contacts[%2]"_s.arg(path).arg(c), route.contacts[c], u"contact"_s,
                    keysOf(m_profile.contacts));
        }
    }

    void pathways()
    {
        const QStringList starts{u"decision_to_admit"_s, u"ed_12h"_s, u"by_hand"_s};
        for (size_t i = 0; i < m_profile.pathways.size(); ++i)
            refers(
                u"pathways[%1].starts"_s.arg(i), m_profile.pathways[i].starts, u"start"_s, starts);
    }

    void teams()
    {
        static const QRegularExpression outward(u"^[A-Z]{1,2}\\d[A-Z\\d]?$"_s);
        for (size_t i = 0; i < m_profile.teams.size(); ++i) {
            const Team& team = m_profile.teams[i];
            const QString path = u"teams[%1]"_s.arg(i);
            if (!team.council.isEmpty())
                refers(
                    path + u".council"_s, team.council, u"council"_s, keysOf(m_profile.councils));
            email(path + u".email"_s, team.email);
            for (qsizetype p = 0; p < team.postcodes.size(); ++p)
                if (!outward.match(team.postcodes[p]).hasMatch())
                    say(u"%1.postcodes[%2]"_s.arg(path).arg(p),
                        u"“%1” is not the first half of a postcode."_s.arg(team.postcodes[p]),
                        u"Write it as \"LU4\"."_s);
        }
    }

    void contacts()
    {
        for (size_t i = 0; i < m_profile.contacts.size(); ++i) {
            const ContactPoint& contact = m_profile.contacts[i];
            const QString path = u"contacts[%1]"_s.arg(i);
            // A protocol of the organisation's own may say whom to ask.
            if (contact.number.isEmpty() && contact.email.isEmpty()
                && contact.instruction.isEmpty())
                say(path, u"“%1” has neither number nor e-mail address."_s.arg(contact.name),
                    u"Add \"number\" or \"email\"."_s);
            if (!contact.number.isEmpty())
                number(path + u".number"_s, contact.number);
            // Partners outside the secure domains may stand in the directory: sending warns.
            if (!contact.email.isEmpty())
                shape(path + u".email"_s, contact.email);
        }
    }

    void roles()
    {
        if (m_profile.roles.empty())
            say(u"roles"_s, u"There is no role."_s, u"Describe who works with this desk."_s);
        for (size_t i = 0; i < m_profile.roles.size(); ++i)
            for (qsizetype s = 0; s < m_profile.roles[i].services.size(); ++s)
                isService(
                    u"roles[%1].services[%2]"_s.arg(i).arg(s), m_profile.roles[i].services[s]);
    }

    void domains()
    {
        static const QRegularExpression domain(u"^(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+$"_s);
        for (qsizetype i = 0; i < m_profile.secureDomains.size(); ++i)
            if (!domain.match(m_profile.secureDomains[i]).hasMatch())
                say(u"secureDomains[%1]"_s.arg(i),
                    u"“%1” is not a domain."_s.arg(m_profile.secureDomains[i]),
                    u"Write it as \"nhs.net\" or, with all below it, \"*.gov.uk\"."_s);
    }

    void number(const QString& path, const QString& number)
    {
        const TelephoneCheck check = checkTelephone(number);
        const bool rings
            = check.status == IdentifierStatus::Valid || check.status == IdentifierStatus::Special;
        if (!rings)
            say(path, check.reason, u"Write the whole number, e.g. \"01632 960123 bleep 500\"."_s);
    }

    void shape(const QString& path, const QString& address)
    {
        const IdentifierCheck check = checkEmail(address, m_profile.secureDomains);
        if (!check.isValid())
            say(path, check.reason, check.mend);
    }

    void email(const QString& path, const QString& address)
    {
        if (address.isEmpty())
            return;
        const IdentifierCheck check = checkEmail(address, m_profile.secureDomains);
        if (check.status != IdentifierStatus::Valid)
            say(path, check.reason,
                check.isValid() ? u"Use a secure address, or add its domain to secureDomains."_s
                                : check.mend);
    }

    const Profile& m_profile;
    ProfileProblems& m_problems;
};

}

void checkProfile(const Profile& profile, ProfileProblems& problems)
{
    Checks(profile, problems).run();
    checkTimes(profile, problems);
}

}
