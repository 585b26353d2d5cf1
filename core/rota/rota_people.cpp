#include "core/rota/rota_people.h"

namespace core {

RotaPeople::RotaPeople(const std::vector<RotaShift>& shifts)
{
    for (const RotaShift& shift : shifts)
        if (!shift.user.isNull() && shift.fill != Fill::Unfilled)
            m_users[personKey(shift)].insert(shift.user.text());
}

QString RotaPeople::keyOf(const RotaShift& shift) const
{
    const QString name = personKey(shift);
    if (name.isEmpty() || !shift.user.isNull())
        return name.isEmpty() ? name : shift.user.text();
    const auto users = m_users.find(name);
    return users != m_users.end() && users->second.size() == 1 ? *users->second.begin() : name;
}

bool RotaPeople::mayBeSeveral(const RotaShift& shift) const
{
    const auto users = m_users.find(personKey(shift));
    return shift.user.isNull() && users != m_users.end() && users->second.size() > 1;
}

bool isSamePerson(const RotaShift& one, const RotaShift& other)
{
    const QString name = personKey(one);
    if (name.isEmpty() || personKey(other).isEmpty())
        return false;
    if (!one.user.isNull() && !other.user.isNull())
        return one.user == other.user;
    return name == personKey(other);
}

}
