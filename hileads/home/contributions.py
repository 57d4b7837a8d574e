"""What the ground floor's own pages add to the frame."""

from hileads.contributions import NavigationItem, navigation

navigation.add("home", NavigationItem("This week", "this-week", "this-week", 10))
